package io.tributary.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One call of a step: its request id and the moment at which the platform would end it. */
public record Invocation(String requestId, Instant deadline) {
  /** What is left until the deadline, never negative. */
  public Duration remaining(Clock clock) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
