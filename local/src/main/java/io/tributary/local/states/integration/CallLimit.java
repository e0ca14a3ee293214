package io.tributary.local.states.integration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets so many calls be under way at once; the others wait in their order, without a thread. */
final class CallLimit {
  private final int most;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int underWay;

  CallLimit(int most) {
    this.most = most;
  }

  <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> call) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Runnable begin =
        () ->
            call.get()
                .whenComplete(
                    (value, thrown) -> {
                      beginNext();
                      complete(answer, value, thrown);
                    });
    if (mayBegin(begin)) {
      begin.run();
    }
    return answer;
  }

  private static <T> void complete(CompletableFuture<T> answer, T value, Throwable thrown) {
    if (thrown == null) {
      answer.complete(value);
    } else {
      answer.completeExceptionally(thrown);
    }
  }

  private synchronized boolean mayBegin(Runnable begin) {
    if (underWay == most) {
      waiting.add(begin);
      return false;
    }
    underWay++;
    return true;
  }

  private void beginNext() {
    Runnable next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        underWay--;
        return;
      }
    }
    next.run();
  }
}
