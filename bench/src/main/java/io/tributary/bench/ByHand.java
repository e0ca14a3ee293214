package io.tributary.bench;

/** Up to how many events the SQL by hand, one statement for all, is measured too. */
final class ByHand {
  /** Within 2.5 GB of memory more events take over 40 GB of temporary files. */
  private static final long MOST = 10_000_000;

  private ByHand() {}

  static boolean takes(long events) {
    return events <= MOST;
  }
}
