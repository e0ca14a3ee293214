package io.tributary.attribution;

import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import io.tributary.step.Figures;
import java.util.List;
import java.util.Optional;

/**
 * The results of requests, which the warehouse loads. What is paid is written once: the answer that
 * another worker wrote first stands.
 */
final class Results {
  private final ObjectStore objects;

  Results(ObjectStore objects) {
    this.objects = objects;
  }

  /** What was kept of the request, where anything was. */
  Optional<Kept> find(RequestMessage request) {
    return objects.get(key(request)).map(StoredObject::body).map(Kept::read);
  }

  /** Keeps the answer and the outcome and counts what it wrote; gives what is kept now. */
  Kept store(RequestMessage request, Progress progress, Figures figures) {
    Kept mine = Kept.of(request, progress);
    while (!objects.putIfAbsent(key(request), mine.bytes())) {
      Optional<StoredObject> standing = objects.get(key(request));
      if (standing.isPresent()) {
        Kept first = Kept.read(standing.get().body());
        if (!saysMore(mine, first)) {
          return first;
        }
        List<AnswerLine> lines = first.isPaid() ? first.lines() : mine.lines();
        Kept both = Kept.of(request, progress, lines);
        if (objects.replace(key(request), both.bytes(), standing.get().etag())) {
          both.outcome().count(figures);
          return both;
        }
      }
    }
    mine.outcome().count(figures);
    return mine;
  }

  /** Whether it was paid where the first was not, or knows of a worker more that was lost. */
  private static boolean saysMore(Kept mine, Kept first) {
    return (mine.isPaid() && !first.isPaid())
        || mine.outcome().takeovers() > first.outcome().takeovers();
  }

  private static String key(RequestMessage request) {
    return request.folder().result(request.request());
  }
}
