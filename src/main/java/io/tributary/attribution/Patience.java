package io.tributary.attribution;

import java.time.Duration;

/**
 * How long a worker keeps trying.
 *
 * @param tries calls of the same journeys in one invocation
 * @param firstWait before the second try; doubled for each one after it
 * @param longestWait between two tries
 * @param callTimeout how long a call may take
 * @param shortestCall a call is not begun with less time than this left
 * @param reserve kept at the end of an invocation for storing and reporting
 * @param firstReturn how long a message stays away after its first delivery; doubled for each after
 * @param longestReturn the longest that a message stays away
 */
public record Patience(
    int tries,
    Duration firstWait,
    Duration longestWait,
    Duration callTimeout,
    Duration shortestCall,
    Duration reserve,
    Duration firstReturn,
    Duration longestReturn) {
  public Patience {
    if (tries < 1) {
      throw new IllegalArgumentException("A worker tries at least once");
    }
  }

  public static Patience usual() {
    return new Patience(
        5,
        Duration.ofMillis(500),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofMinutes(15));
  }

  /**
   * The wait after the given try, counted from 1.
   *
   * @param jitter from 0 to 1: at least half of the wait is kept
   */
  Duration waitAfter(int attempt, double jitter) {
    return jittered(doubled(firstWait, longestWait, attempt), jitter);
  }

  /** How long the message stays away after the given delivery, counted from 1. */
  Duration returnAfter(int delivery, double jitter) {
    return jittered(doubled(firstReturn, longestReturn, delivery), jitter);
  }

  /** All waits of a request that the service never answers, where none is cut short. */
  public Duration longestWaiting(int deliveries) {
    Duration waits = Duration.ZERO;
    for (int delivery = 1; delivery <= deliveries; delivery++) {
      for (int attempt = 1; attempt < tries; attempt++) {
        waits = waits.plus(waitAfter(attempt, 1));
      }
      waits = delivery < deliveries ? waits.plus(returnAfter(delivery, 1)) : waits;
    }
    return waits;
  }

  private static Duration doubled(Duration first, Duration longest, int times) {
    Duration wait = first.multipliedBy(1L << Math.min(times - 1, 20));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  private static Duration jittered(Duration wait, double jitter) {
    return Duration.ofNanos((long) (wait.toNanos() * (0.5 + jitter / 2)));
  }
}
