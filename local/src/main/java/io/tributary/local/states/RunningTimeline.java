package io.tributary.local.states;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time that passes by itself. */
final class RunningTimeline extends Timeline {
  private final Clock clock;
  private final ScheduledThreadPoolExecutor timers;

  RunningTimeline(Clock clock) {
    this.clock = clock;
    this.timers = new ScheduledThreadPoolExecutor(1, RunningTimeline::daemon);
    this.timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    ScheduledFuture<?> timer = timers.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> timer.cancel(false);
  }

  @Override
  public void close() {
    timers.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "states-timer");
    thread.setDaemon(true);
    return thread;
  }
}
