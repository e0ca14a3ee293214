package io.tributary.local.states;

import java.time.Duration;

/**
 * How waits pass: Wait states and the delays of retries are divided by a factor. Timeouts and
 * heartbeats are not.
 */
public final class Pace {
  private static final Duration NO_LIMIT = Duration.ofDays(366);

  private final double factor;
  private final Duration longestWait;

  private Pace(double factor, Duration longestWait) {
    this.factor = factor;
    this.longestWait = longestWait;
  }

  /** Waits last as long as they are written. */
  public static Pace asWritten() {
    return new Pace(1, NO_LIMIT);
  }

  /** Waits last a {@code factor}-th of what is written. */
  public static Pace times(double factor) {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("A pace is at least 1, not " + factor + ".");
    }
    return new Pace(factor, NO_LIMIT);
  }

  /** The same, with Wait states that last no longer than this; retries are left as they are. */
  public Pace waitingAtMost(Duration longest) {
    return new Pace(factor, longest);
  }

  /** What a Wait state really waits. */
  public Duration ofWait(Duration written) {
    Duration paced = of(written);
    return paced.compareTo(longestWait) > 0 ? longestWait : paced;
  }

  /** What is really waited. */
  public Duration of(Duration written) {
    return Duration.ofMillis(Math.round(written.toMillis() / factor));
  }
}
