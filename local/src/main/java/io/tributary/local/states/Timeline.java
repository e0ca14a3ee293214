package io.tributary.local.states;

import java.time.Clock;
import java.time.Duration;

/** Time as executions live in it: what moment it is, and something to do later. */
public abstract sealed class Timeline permits RunningTimeline, HandDrivenTimeline {
  /** An action that has not happened yet. */
  public interface Timer {
    void cancel();
  }

  /** Time as the clock tells it. */
  public static Timeline running(Clock clock) {
    return new RunningTimeline(clock);
  }

  public abstract Clock clock();

  /** Does the action after the delay, in a thread that must not be held up. */
  public abstract Timer after(Duration delay, Runnable action);

  /** Does nothing more. */
  public abstract void close();
}
