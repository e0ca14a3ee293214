package io.tributary.local.attribution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the stand-in service behaves.
 *
 * @param latency how long a call takes at least
 * @param maxJourneys the most conversions a call may carry
 * @param maxSessions the most sessions a call may carry
 * @param key the only key that is accepted; empty to take calls without a key
 * @param recording answers to give back, one response a line; empty to calculate them all
 */
public record ServiceSettings(
    Duration latency,
    int maxJourneys,
    int maxSessions,
    Optional<String> key,
    Optional<Path> recording) {
  public ServiceSettings {
    Objects.requireNonNull(latency);
    if (latency.isNegative() || maxJourneys < 1 || maxSessions < 1) {
      throw new IllegalArgumentException("Latency is not negative and limits are at least 1");
    }
  }

  /** Answers at once, calculates, needs no key, and takes 100 journeys and 200 sessions a call. */
  public static ServiceSettings defaults() {
    return new ServiceSettings(Duration.ZERO, 100, 200, Optional.empty(), Optional.empty());
  }

  public ServiceSettings withLatency(Duration other) {
    return new ServiceSettings(other, maxJourneys, maxSessions, key, recording);
  }

  public ServiceSettings withLimits(int journeys, int sessions) {
    return new ServiceSettings(latency, journeys, sessions, key, recording);
  }

  public ServiceSettings withKey(String other) {
    return new ServiceSettings(latency, maxJourneys, maxSessions, Optional.of(other), recording);
  }

  public ServiceSettings withRecording(Path other) {
    return new ServiceSettings(latency, maxJourneys, maxSessions, key, Optional.of(other));
  }
}
