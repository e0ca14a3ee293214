package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Catcher;
import io.tributary.local.states.definition.Handling;
import io.tributary.local.states.definition.Retrier;
import io.tributary.local.states.definition.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What happens to a failed try: another one, a catcher, or the end of the flow. */
final class Recovery {
  private final Visit visit;
  private final Map<Integer, Long> retriesUsed = new HashMap<>();

  Recovery(Visit visit) {
    this.visit = visit;
  }

  void recover(StatesError error) {
    Handling handling = handling(visit.state());
    for (int index = 0; index < handling.retriers().size(); index++) {
      Retrier retrier = handling.retriers().get(index);
      if (ErrorNames.match(retrier.errorEquals(), error)) {
        if (retriesUsed.getOrDefault(index, 0L) < retrier.maxAttempts()) {
          retry(retrier, index);
          return;
        }
        break;
      }
    }
    catchOrFail(handling, error);
  }

  private void retry(Retrier retrier, int index) {
    long before = retriesUsed.merge(index, 1L, Long::sum) - 1;
    Engine engine = visit.engine();
    Duration written = retrier.delay(before, engine.chance());
    Attempt pause = visit.pause();
    var timer =
        engine.timeline().after(engine.pace().of(written), () -> pause.runLater(visit::beginAgain));
    pause.onClose(timer::cancel);
  }

  private void catchOrFail(Handling handling, StatesError error) {
    for (Catcher catcher : handling.catchers()) {
      if (ErrorNames.match(catcher.errorEquals(), error)) {
        leaveBy(catcher, error);
        return;
      }
    }
    visit.flow().fail(error);
  }

  private void leaveBy(Catcher catcher, StatesError error) {
    Map<String, Object> output = error.toOutput();
    try {
      visit.leave(catcher.exit(), output, Map.of("errorOutput", output));
    } catch (StateFailure failure) {
      visit.flow().fail(failure.error());
    }
  }

  private static Handling handling(State state) {
    return state instanceof State.Handled handled ? handled.handling() : Handling.NONE;
  }
}
