package io.tributary.attribution;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.objects.ObjectStore;
import io.tributary.run.RunFolder;
import java.util.List;
import java.util.Optional;

/**
 * The bodies of a run's requests. Those of a partition lie one after another in one object, of
 * which a worker reads its own part.
 */
final class RequestBodies {
  private final ObjectStore objects;
  private final JourneyReader reader;

  RequestBodies(ObjectStore objects) {
    this.objects = objects;
    this.reader = new JourneyReader(objects);
  }

  /** The request's journeys; empty where the bodies are gone. */
  Optional<List<Journey>> journeys(RequestMessage request) {
    return bytes(request).map(bytes -> reader.body(request.body(), bytes));
  }

  /** The request's body as it is kept: an unloaded row a line. */
  Optional<byte[]> bytes(RequestMessage request) {
    return objects.get(request.body(), request.from(), request.length());
  }

  /** Leaves the run's workers nothing to send. */
  void takeAway(RunFolder folder) {
    objects.deleteAll(objects.list(folder.requests()));
  }

  PermanentException missing(RequestMessage request) {
    return new PermanentException(
        ErrorCode.OBJECT_MISSING,
        "The body " + objects.uri(request.body()) + " of " + request + " is gone; run again.");
  }
}
