package io.tributary.local.states.execution;

import io.tributary.local.states.definition.State;
import io.tributary.local.states.history.Details;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An inline Map: a flow for each item, at most 40 at once; the first failure ends all. */
final class InlineMapRun {
  private static final int MOST_AT_ONCE = 40;

  private final Visit visit;
  private final Attempt attempt;
  private final State.InlineMap state;
  private final Map<Integer, FlowRun> running = new TreeMap<>();
  private MapItems items;
  private Object[] outputs;
  private long started;
  private long atOnce;
  private int next;

  InlineMapRun(Visit visit, Attempt attempt, State.InlineMap state) {
    this.visit = visit;
    this.attempt = attempt;
    this.state = state;
  }

  void start() {
    items = new MapItems(visit, state.items());
    outputs = new Object[items.size()];
    long asked =
        new NumberField(visit).whole(state.maxConcurrency(), "MaxConcurrency", 0).orElse(0);
    atOnce = asked == 0 ? MOST_AT_ONCE : Math.min(asked, MOST_AT_ONCE);
    started = visit.flow().append("MapStateStarted", new Details().with("length", items.size()));
    attempt.onClose(() -> running.values().forEach(FlowRun::cancel));
    startMore();
  }

  private void startMore() {
    if (next == outputs.length && running.isEmpty()) {
      succeed();
      return;
    }
    while (next < outputs.length && running.size() < atOnce) {
      startOne(next++);
    }
  }

  private void startOne(int index) {
    Payload input = items.input(index);
    Details details = iteration(index);
    long event = visit.flow().execution().history().append("MapIterationStarted", started, details);
    FlowRun run =
        new FlowRun(
            visit.flow().execution(),
            state.processor(),
            visit.flow().variables().inner(),
            Optional.of(items.context(index)),
            event,
            outcome -> attempt.run(() -> itemEnded(index, outcome)));
    running.put(index, run);
    run.start(input);
  }

  private void itemEnded(int index, Outcome outcome) {
    FlowRun run = running.remove(index);
    if (outcome instanceof Outcome.Failure failure) {
      run.append("MapIterationFailed", iteration(index));
      abortOthers();
      visit.flow().append("MapStateFailed", new Details());
      throw new StateFailure(failure.error());
    }
    run.append("MapIterationSucceeded", iteration(index));
    outputs[index] = ((Payload) ((Outcome.Success) outcome).value()).value();
    startMore();
  }

  private void abortOthers() {
    running.forEach(
        (index, run) -> {
          run.cancel();
          run.append("MapIterationAborted", iteration(index));
        });
  }

  private void succeed() {
    visit.flow().append("MapStateSucceeded", new Details());
    List<Object> result = Arrays.asList(outputs);
    attempt.leave(state.exit(), result, Map.of("result", result));
  }

  private Details iteration(int index) {
    return new Details().with("name", state.name()).with("index", index);
  }
}
