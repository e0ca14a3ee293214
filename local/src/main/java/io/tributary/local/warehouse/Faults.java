package io.tributary.local.warehouse;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Switches that make the local warehouse fail as the service does. Safe for several threads. */
public final class Faults {
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger conflicting = new AtomicInteger();
  private final AtomicInteger aborted = new AtomicInteger();
  private volatile Duration slow = Duration.ZERO;

  /** The next submits are refused with ActiveStatementsExceededException. */
  public void throttleNext(int submits) {
    throttled.set(submits);
  }

  /** The next requests of any kind are answered with HTTP 500 and do nothing. */
  public void failNext(int requests) {
    failed.set(requests);
  }

  /** The next submits are taken, but their answer is HTTP 500. */
  public void loseAnswerOfNext(int submits) {
    lost.set(submits);
  }

  /** The next statements or batches fail with the serializable conflict 1023. */
  public void conflictNext(int submits) {
    conflicting.set(submits);
  }

  /** The next statements or batches end as ABORTED. */
  public void abortNext(int submits) {
    aborted.set(submits);
  }

  /** Every statement or batch waits so long before it runs; zero ends it. */
  public void slow(Duration wait) {
    slow = wait;
  }

  public boolean takesThrottle() {
    return takes(throttled);
  }

  public boolean takesFailure() {
    return takes(failed);
  }

  public boolean takesLostAnswer() {
    return takes(lost);
  }

  public boolean takesConflict() {
    return takes(conflicting);
  }

  public boolean takesAbort() {
    return takes(aborted);
  }

  public Duration slowness() {
    return slow;
  }

  private static boolean takes(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }
}
