package io.tributary.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A row of a kept answer: a session's part in its conversion, or a journey that is refused.
 *
 * @param sessionId empty on a refused journey
 * @param status {@code answered} or {@code refused}
 * @param reason why it is refused, else empty
 * @param answeredAt UTC, {@code YYYY-MM-DD HH:MM:SS}
 */
public record AnswerLine(
    @JsonProperty("journey_hash") String journeyHash,
    @JsonProperty("conversion_id") String conversionId,
    @JsonProperty("session_id") String sessionId,
    double initializer,
    double holder,
    double closer,
    double ihc,
    String status,
    String reason,
    @JsonProperty("answered_at") String answeredAt) {
  private static final String ANSWERED = "answered";
  private static final String REFUSED = "refused";
  private static final String UNPAID = "Not paid: ";
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A moment as an answer has it. */
  static String moment(Instant at) {
    return SECONDS.format(at);
  }

  static AnswerLine answered(Journey journey, ServiceRow row, double ihc, String at) {
    return new AnswerLine(
        journey.hash(),
        journey.conversionId(),
        row.sessionId(),
        row.initializer(),
        row.holder(),
        row.closer(),
        ihc,
        ANSWERED,
        "",
        at);
  }

  /** A journey whose answer cannot be used, though it is paid. */
  static AnswerLine refused(Journey journey, String reason, String at) {
    return new AnswerLine(
        journey.hash(), journey.conversionId(), "", 0, 0, 0, 0, REFUSED, reason, at);
  }

  /** A journey that the service did not take. */
  static AnswerLine unpaid(Journey journey, String reason, String at) {
    return refused(journey, UNPAID + reason, at);
  }

  boolean isAnswered() {
    return status.equals(ANSWERED);
  }

  boolean isPaid() {
    return !reason.startsWith(UNPAID);
  }
}
