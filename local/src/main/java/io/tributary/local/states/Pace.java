package io.tributary.local.states;

import java.time.Duration;

/**
 * How waits pass: Wait states and the delays of retries are divided by a factor. Timeouts and
 * heartbeats are not.
 */
public final class Pace {
  private final double factor;

  private Pace(double factor) {
    this.factor = factor;
  }

  /** Waits last as long as they are written. */
  public static Pace asWritten() {
    return new Pace(1);
  }

  /** Waits last a {@code factor}-th of what is written. */
  public static Pace times(double factor) {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("A pace is at least 1, not " + factor + ".");
    }
    return new Pace(factor);
  }

  /** What is really waited. */
  public Duration of(Duration written) {
    return Duration.ofMillis(Math.round(written.toMillis() / factor));
  }
}
