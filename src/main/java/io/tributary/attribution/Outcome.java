package io.tributary.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tributary.step.Figure;
import io.tributary.step.Figures;
import java.util.List;
import java.util.Locale;

/**
 * What became of a request: a row of {@code attribution_requests}.
 *
 * @param attempts calls made over all deliveries, as far as known
 * @param takeovers times that a worker was lost after it may have called
 * @param status {@code succeeded}: every journey was answered; {@code failed}: nothing was, and
 *     there is no answer; else {@code partial}
 * @param paidJourneys journeys that the service answered, the refused ones of them too
 * @param refusedJourneys journeys that are kept as refused
 * @param failedJourneys journeys of which nothing is kept
 * @param seconds time spent in calls
 * @param reason what went wrong last, else empty
 */
public record Outcome(
    @JsonProperty("run_id") long runId,
    @JsonProperty("request_id") String requestId,
    int journeys,
    int sessions,
    int attempts,
    int takeovers,
    String status,
    @JsonProperty("paid_journeys") int paidJourneys,
    @JsonProperty("refused_journeys") int refusedJourneys,
    @JsonProperty("failed_journeys") int failedJourneys,
    double seconds,
    String reason) {

  /** The outcome of a request of which these lines are kept; none if it failed. */
  static Outcome of(RequestMessage request, Progress progress, List<AnswerLine> kept) {
    int answered = conversions(kept.stream().filter(AnswerLine::isAnswered).toList());
    int refused = conversions(kept) - answered;
    Status status = status(request, answered, kept);
    return new Outcome(
        request.run(),
        request.request(),
        request.journeys(),
        request.sessions(),
        progress.attempts(),
        progress.takeovers(),
        status.written(),
        conversions(kept.stream().filter(AnswerLine::isPaid).toList()),
        refused,
        request.journeys() - answered - refused,
        progress.calling().toMillis() / 1000.0,
        status == Status.SUCCEEDED ? "" : reason(progress, kept));
  }

  void count(Figures figures) {
    figures.add(Figure.REQUESTS, 1);
    figures.add(Figure.REQUESTS_FAILED, status.equals(Status.FAILED.written()) ? 1 : 0);
    figures.add(Figure.RETRIES, Math.max(0, attempts - 1));
    figures.add(Figure.PAID_JOURNEYS, paidJourneys);
  }

  private static Status status(RequestMessage request, int answered, List<AnswerLine> kept) {
    if (kept.isEmpty()) {
      return Status.FAILED;
    }
    return answered == request.journeys() ? Status.SUCCEEDED : Status.PARTIAL;
  }

  private static String reason(Progress progress, List<AnswerLine> kept) {
    return kept.stream()
        .map(AnswerLine::reason)
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse(progress.problem());
  }

  private static int conversions(List<AnswerLine> lines) {
    return (int) lines.stream().map(AnswerLine::conversionId).distinct().count();
  }

  private enum Status {
    SUCCEEDED,
    PARTIAL,
    FAILED;

    String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
