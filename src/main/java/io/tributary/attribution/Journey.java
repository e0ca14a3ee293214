package io.tributary.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * The sessions before one conversion, in order of time: the unit that is paid.
 *
 * @param hash what its answer is kept under; it covers the sessions and the service's settings
 */
public record Journey(
    @JsonProperty("journey_hash") String hash,
    @JsonProperty("conversion_id") String conversionId,
    List<JourneySession> sessions) {
  public Journey {
    Objects.requireNonNull(hash);
    Objects.requireNonNull(conversionId);
    sessions = List.copyOf(sessions);
    if (sessions.isEmpty()) {
      throw new IllegalArgumentException("A journey has at least one session");
    }
  }

  static int sessionsOf(List<Journey> journeys) {
    return journeys.stream().mapToInt(journey -> journey.sessions().size()).sum();
  }
}
