package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Exit;
import io.tributary.local.states.integration.CallFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** One try at a state. It ends once; what comes after its end is dropped. */
final class Attempt {
  private final Visit visit;
  private final Recovery recovery;
  private final List<Runnable> closings = new ArrayList<>();
  private boolean open = true;

  Attempt(Visit visit, Recovery recovery) {
    this.visit = visit;
    this.recovery = recovery;
  }

  /** Runs a piece of the try; an error in it ends the try. */
  void run(Runnable piece) {
    if (!open) {
      return;
    }
    try {
      piece.run();
    } catch (StateFailure failure) {
      fail(failure.error());
    }
  }

  /** Runs a piece later, on the execution's queue. */
  void runLater(Runnable piece) {
    visit.flow().execution().post(() -> run(piece));
  }

  /** Goes on with the future's value on the execution's queue; its failure ends the try. */
  <T> void then(CompletableFuture<T> future, Consumer<T> success, Consumer<StatesError> failure) {
    future.whenComplete(
        (value, thrown) ->
            runLater(
                () -> {
                  if (thrown == null) {
                    success.accept(value);
                  } else {
                    failure.accept(errorOf(thrown));
                  }
                }));
  }

  private static StatesError errorOf(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof CallFailure failure) {
      return new StatesError(failure.error(), failure.getMessage());
    }
    return cause instanceof StateFailure failure
        ? failure.error()
        : new StatesError(StatesError.RUNTIME, String.valueOf(cause));
  }

  /** Ends the try well and leaves the state. */
  void leave(Exit exit, Object plain, Map<String, Object> more) {
    visit.leave(exit, plain, more);
    close();
  }

  /** What to do when the try ends, in whatever way. */
  void onClose(Runnable closing) {
    closings.add(closing);
  }

  void fail(StatesError error) {
    if (open) {
      close();
      recovery.recover(error);
    }
  }

  void close() {
    open = false;
    closings.forEach(Runnable::run);
    closings.clear();
  }
}
