package io.tributary.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One call of a step.
 *
 * @param requestId the platform's name of the call
 * @param deadline the moment at which the platform would end it
 * @param figures where the step counts what it did
 */
public record Invocation(String requestId, Instant deadline, Figures figures) {
  public Invocation {
    Objects.requireNonNull(requestId);
    Objects.requireNonNull(deadline);
    Objects.requireNonNull(figures);
  }

  /** A call that has counted nothing yet. */
  public Invocation(String requestId, Instant deadline) {
    this(requestId, deadline, new Figures());
  }

  /** What is left until the deadline, never negative. */
  public Duration remaining(Clock clock) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
