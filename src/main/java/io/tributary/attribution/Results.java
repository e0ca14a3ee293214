package io.tributary.attribution;

import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The answers and outcomes that the warehouse loads. An answer is written once: what another worker
 * wrote first stands.
 */
final class Results {
  private final ObjectStore objects;

  Results(ObjectStore objects) {
    this.objects = objects;
  }

  /** Whether the request's answer is there. */
  Optional<List<AnswerLine>> answer(RequestMessage request) {
    return objects
        .get(request.folder().answer(request.request()))
        .map(StoredObject::body)
        .map(AnswerFile::read);
  }

  /**
   * Keeps the answer, then the outcome. Where nothing is paid no answer is kept: the journeys that
   * were refused alone are as likely not at fault.
   */
  Outcome store(RequestMessage request, Progress progress) {
    if (!progress.isPaid()) {
      return storeOutcome(request, Outcome.of(request, progress, List.of()));
    }
    List<AnswerLine> lines = progress.lines();
    String key = request.folder().answer(request.request());
    if (!objects.putIfAbsent(key, AnswerFile.bytes(lines))) {
      lines = answer(request).orElse(lines);
    }
    return storeOutcome(request, Outcome.of(request, progress, lines));
  }

  /**
   * Keeps the outcome of an answer that a lost worker stored, unless that did it too; then there is
   * none to be counted.
   */
  Optional<Outcome> complete(RequestMessage request, Claim claim, List<AnswerLine> answer) {
    Progress progress = new Progress(claim);
    if (progress.attempts() == 0) {
      progress.called(Duration.ZERO);
    }
    Outcome outcome = Outcome.of(request, progress, answer);
    return storeFirst(request, outcome);
  }

  /** Keeps a failed outcome unless there is one already; then there is none to be counted. */
  Optional<Outcome> giveUp(RequestMessage request, Progress progress) {
    return storeFirst(request, Outcome.of(request, progress, List.of()));
  }

  private Optional<Outcome> storeFirst(RequestMessage request, Outcome outcome) {
    boolean first = objects.putIfAbsent(outcomeKey(request), line(outcome));
    return Optional.of(outcome).filter(kept -> first);
  }

  private Outcome storeOutcome(RequestMessage request, Outcome outcome) {
    objects.put(outcomeKey(request), line(outcome));
    return outcome;
  }

  private static String outcomeKey(RequestMessage request) {
    return request.folder().outcome(request.request());
  }

  private static byte[] line(Outcome outcome) {
    byte[] json = Json.bytes(outcome);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }
}
