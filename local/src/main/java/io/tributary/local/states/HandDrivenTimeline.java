package io.tributary.local.states;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Time that stands still until it is told to move, for tests of waits, retries and timeouts. */
public final class HandDrivenTimeline extends Timeline {
  private static final long PATIENCE_SECONDS = 30;

  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparing(Pending::due).thenComparing(Pending::order));
  private Instant now;
  private long order;

  public HandDrivenTimeline(Instant start) {
    this.now = start;
  }

  private record Pending(Instant due, long order, Runnable action) {}

  @Override
  public Clock clock() {
    return new HandClock();
  }

  @Override
  public synchronized Timer after(Duration delay, Runnable action) {
    Pending timer = new Pending(now.plus(delay), order++, action);
    pending.add(timer);
    notifyAll();
    return () -> remove(timer);
  }

  @Override
  public synchronized void close() {
    pending.clear();
  }

  private synchronized void remove(Pending timer) {
    pending.remove(timer);
  }

  /** Moves on and does everything that becomes due, in its order. */
  public void advance(Duration duration) {
    Instant target = instant().plus(duration);
    for (Pending due = nextUntil(target); due != null; due = nextUntil(target)) {
      due.action().run();
    }
  }

  private synchronized Pending nextUntil(Instant target) {
    Pending first = pending.peek();
    if (first == null || first.due().isAfter(target)) {
      now = target;
      return null;
    }
    now = first.due();
    return pending.poll();
  }

  /** Waits until so many timers are pending, and tells how far the first of them is. */
  public synchronized Duration awaitTimers(int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (pending.size() < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException(
            "There are " + pending.size() + " timers and never " + count + ".");
      }
      wait(left);
    }
    return Duration.between(now, pending.peek().due());
  }

  private synchronized Instant instant() {
    return now;
  }

  private final class HandClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return HandDrivenTimeline.this.instant();
    }
  }
}
