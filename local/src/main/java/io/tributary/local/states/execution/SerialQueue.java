package io.tributary.local.states.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs actions one after another on borrowed threads; none is held while there is nothing. */
final class SerialQueue {
  private final Executor threads;
  private final Consumer<RuntimeException> onFailure;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  SerialQueue(Executor threads, Consumer<RuntimeException> onFailure) {
    this.threads = threads;
    this.onFailure = onFailure;
  }

  synchronized void post(Runnable action) {
    waiting.add(action);
    if (!running) {
      running = true;
      threads.execute(this::runAll);
    }
  }

  private void runAll() {
    for (Runnable action = next(); action != null; action = next()) {
      try {
        action.run();
      } catch (RuntimeException e) {
        onFailure.accept(e);
      }
    }
  }

  private synchronized Runnable next() {
    Runnable action = waiting.poll();
    running = action != null;
    return action;
  }
}
