package io.tributary.local.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does; the verdict does not depend on how long. */
final class Await {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Await() {}

  static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not come so far within " + LONGEST);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      NEVER.await(5, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
