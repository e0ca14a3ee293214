package io.tributary.local.states.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a failed state is tried again, and after how long. */
public record Retrier(
    List<String> errorEquals,
    Duration interval,
    long maxAttempts,
    double backoffRate,
    Optional<Duration> maxDelay,
    Jitter jitter) {
  public Retrier {
    errorEquals = List.copyOf(errorEquals);
  }

  /**
   * The delay before a retry.
   *
   * @param retriesBefore how often this retrier was used before
   * @param chance a number from 0 to 1, used with full jitter
   */
  public Duration delay(long retriesBefore, double chance) {
    double milliseconds = interval.toMillis() * Math.pow(backoffRate, retriesBefore);
    double capped =
        maxDelay.isPresent() ? Math.min(milliseconds, maxDelay.get().toMillis()) : milliseconds;
    double drawn = jitter == Jitter.FULL ? capped * chance : capped;
    return Duration.ofMillis((long) Math.min(drawn, Long.MAX_VALUE / 2.0));
  }
}
