package io.tributary.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * One session of a journey, in the words of the service.
 *
 * @param timestamp UTC, {@code YYYY-MM-DD HH:MM:SS}
 * @param conversion 1 on the last session of the journey, else 0
 */
public record JourneySession(
    @JsonProperty("session_id") String sessionId,
    String timestamp,
    @JsonProperty("channel_label") String channel,
    @JsonProperty("holder_engagement") int holderEngagement,
    @JsonProperty("closer_engagement") int closerEngagement,
    int conversion,
    @JsonProperty("impression_interaction") int impressionInteraction) {
  public JourneySession {
    Objects.requireNonNull(sessionId);
    Objects.requireNonNull(timestamp);
    Objects.requireNonNull(channel);
  }
}
