package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Flow;
import io.tributary.local.states.definition.State;
import io.tributary.local.states.history.Details;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One walk through a flow: of the execution itself, of a branch, or of one item of a Map. */
final class FlowRun {
  private final Execution execution;
  private final Flow flow;
  private final Variables variables;
  private final Optional<Map<String, Object>> mapItem;
  private final Consumer<Outcome> done;
  private long lastEvent;
  private Visit visit;
  private boolean over;

  /**
   * A flow that has not started.
   *
   * @param mapItem the item that it is about, for the context object
   * @param lastEvent the event that led here
   * @param done is told the output as a {@link Payload}, or the error
   */
  FlowRun(
      Execution execution,
      Flow flow,
      Variables variables,
      Optional<Map<String, Object>> mapItem,
      long lastEvent,
      Consumer<Outcome> done) {
    this.execution = execution;
    this.flow = flow;
    this.variables = variables;
    this.mapItem = mapItem;
    this.lastEvent = lastEvent;
    this.done = done;
  }

  void start(Payload input) {
    enter(flow.startAt(), input);
  }

  void enter(String name, Payload input) {
    if (over) {
      return;
    }
    State state = flow.states().get(name);
    execution.countTransition();
    append(state.type() + "StateEntered", new Details().with("name", name).input(input.text()));
    visit = new Visit(this, state, input);
    visit.begin();
  }

  /** Goes to the next state, or ends the flow with what the last one handed on. */
  void goOn(Optional<String> next, Payload output) {
    // Posted, not called: a loop of states or many items would grow the stack.
    if (next.isPresent()) {
      execution.post(() -> enter(next.get(), output));
    } else {
      execution.post(() -> finish(new Outcome.Success(output)));
    }
  }

  void fail(StatesError error) {
    execution.post(() -> finish(new Outcome.Failure(error)));
  }

  private void finish(Outcome outcome) {
    if (!over) {
      over = true;
      done.accept(outcome);
    }
  }

  /** Ends the flow and everything in it without telling. */
  void cancel() {
    over = true;
    if (visit != null) {
      visit.cancel();
    }
  }

  long append(String type, Details details) {
    lastEvent = execution.history().append(type, lastEvent, details);
    return lastEvent;
  }

  Execution execution() {
    return execution;
  }

  Variables variables() {
    return variables;
  }

  Optional<Map<String, Object>> mapItem() {
    return mapItem;
  }
}
