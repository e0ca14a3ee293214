package io.tributary.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.Objects;

/** A row of the unloaded journeys: one session of one conversion. */
record JourneyRow(
    @JsonProperty("journey_hash") String journeyHash,
    @JsonProperty("conversion_id") String conversionId,
    @JsonProperty("session_id") String sessionId,
    @JsonProperty("session_at") String sessionAt,
    String channel,
    @JsonProperty("holder_engagement") int holderEngagement,
    @JsonProperty("closer_engagement") int closerEngagement,
    int conversion,
    @JsonProperty("impression_interaction") int impressionInteraction) {
  static final Comparator<JourneyRow> IN_ORDER =
      Comparator.comparing(JourneyRow::conversionId)
          .thenComparing(JourneyRow::sessionAt)
          .thenComparing(JourneyRow::sessionId);

  private static final int UP_TO_THE_SECOND = "2023-09-06 12:15:35".length();

  JourneyRow {
    Objects.requireNonNull(journeyHash);
    Objects.requireNonNull(conversionId);
    Objects.requireNonNull(sessionId);
    Objects.requireNonNull(channel);
    if (sessionAt.length() < UP_TO_THE_SECOND) {
      throw new IllegalArgumentException("session_at is no timestamp: " + sessionAt);
    }
  }

  JourneySession session() {
    return new JourneySession(
        sessionId,
        sessionAt.substring(0, UP_TO_THE_SECOND).replace('T', ' '),
        channel,
        holderEngagement,
        closerEngagement,
        conversion,
        impressionInteraction);
  }
}
