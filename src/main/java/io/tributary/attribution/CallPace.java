package io.tributary.attribution;

import io.tributary.config.Ihc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps one worker's calls apart: with as many workers as may call at once, each starting calls at
 * least concurrency ÷ rate apart, all together keep to the rate.
 */
final class CallPace {
  private final Clock clock;
  private Instant last = Instant.MIN;

  CallPace(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait before the next call. */
  Duration untilNext(Ihc ihc) {
    if (last.equals(Instant.MIN)) {
      return Duration.ZERO;
    }
    Duration apart = apart(ihc);
    Duration left = apart.minus(Duration.between(last, clock.instant()));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(apart) > 0 ? apart : left;
  }

  /** A call starts now. */
  void started() {
    last = clock.instant();
  }

  private static Duration apart(Ihc ihc) {
    return Duration.ofNanos((long) (1e9 * ihc.maxConcurrency() / ihc.requestsPerSecond()));
  }
}
