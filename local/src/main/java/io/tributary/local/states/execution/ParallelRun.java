package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Flow;
import io.tributary.local.states.definition.State;
import io.tributary.local.states.history.Details;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A Parallel state: every branch at once; the first that fails ends the others. */
final class ParallelRun {
  private final Visit visit;
  private final Attempt attempt;
  private final State.Parallel state;
  private final List<FlowRun> branches = new ArrayList<>();
  private final Object[] outputs;
  private int left;

  ParallelRun(Visit visit, Attempt attempt, State.Parallel state) {
    this.visit = visit;
    this.attempt = attempt;
    this.state = state;
    this.outputs = new Object[state.branches().size()];
    this.left = outputs.length;
  }

  void start() {
    Payload input =
        state.arguments().isPresent()
            ? Payload.of(
                visit.evaluate(state.arguments().get(), "Arguments"),
                "The input of the branches of " + visit.named())
            : visit.input();
    long started = visit.flow().append("ParallelStateStarted", new Details());
    attempt.onClose(() -> branches.forEach(FlowRun::cancel));
    for (int index = 0; index < outputs.length; index++) {
      branches.add(branch(index, started));
    }
    List.copyOf(branches).forEach(branch -> branch.start(input));
  }

  private FlowRun branch(int index, long started) {
    Flow flow = state.branches().get(index);
    return new FlowRun(
        visit.flow().execution(),
        flow,
        visit.flow().variables().inner(),
        visit.flow().mapItem(),
        started,
        outcome -> attempt.run(() -> branchEnded(index, outcome)));
  }

  private void branchEnded(int index, Outcome outcome) {
    if (outcome instanceof Outcome.Failure failure) {
      visit
          .flow()
          .append(
              "ParallelStateFailed",
              new Details().error(failure.error().name(), failure.error().cause()));
      throw new StateFailure(failure.error());
    }
    outputs[index] = ((Payload) ((Outcome.Success) outcome).value()).value();
    left--;
    if (left == 0) {
      visit.flow().append("ParallelStateSucceeded", new Details());
      List<Object> result = Arrays.asList(outputs);
      attempt.leave(state.exit(), result, Map.of("result", result));
    }
  }
}
