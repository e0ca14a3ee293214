package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Exit;
import io.tributary.local.states.definition.State;
import io.tributary.local.states.jsonata.Template;
import java.util.Map;
import java.util.Optional;

/** Starts a try at a state, by its type. */
final class Beginning implements State.Cases {
  private final Visit visit;
  private final Attempt attempt;

  Beginning(Visit visit, Attempt attempt) {
    this.visit = visit;
    this.attempt = attempt;
  }

  @Override
  public void pass(State.Pass state) {
    attempt.leave(state.exit(), visit.input().value(), Map.of());
  }

  @Override
  public void task(State.Task state) {
    new TaskRun(visit, attempt, state).start();
  }

  @Override
  public void choice(State.Choice state) {
    for (State.Choice.Rule rule : state.rules()) {
      Object condition = visit.evaluate(rule.condition(), "Choices/Condition");
      if (!(condition instanceof Boolean)) {
        throw visit.evaluationFailed("Choices/Condition", "The condition gave no boolean.");
      }
      if ((Boolean) condition) {
        attempt.leave(rule.exit(), visit.input().value(), Map.of());
        return;
      }
    }
    leaveByDefault(state.otherwise());
  }

  private void leaveByDefault(Exit otherwise) {
    if (otherwise.next().isEmpty()) {
      throw new StateFailure(
          StatesError.NO_CHOICE,
          "No rule of the state " + visit.named() + " holds and it has no Default.");
    }
    attempt.leave(otherwise, visit.input().value(), Map.of());
  }

  @Override
  public void waiting(State.Wait state) {
    new WaitRun(visit, attempt, state).start();
  }

  @Override
  public void parallel(State.Parallel state) {
    new ParallelRun(visit, attempt, state).start();
  }

  @Override
  public void inlineMap(State.InlineMap state) {
    new InlineMapRun(visit, attempt, state).start();
  }

  @Override
  public void distributedMap(State.DistributedMap state) {
    new DistributedMapRun(visit, attempt, state).start();
  }

  @Override
  public void succeed(State.Succeed state) {
    attempt.leave(
        new Exit(state.output(), Map.of(), Optional.empty()), visit.input().value(), Map.of());
  }

  @Override
  public void fail(State.Fail state) {
    StatesError error = new StatesError(text(state.error(), "Error"), text(state.cause(), "Cause"));
    visit.flow().fail(error);
  }

  private String text(Optional<Template> template, String field) {
    if (template.isEmpty()) {
      return null;
    }
    Object value = visit.evaluate(template.get(), field);
    if (!(value instanceof String)) {
      throw visit.evaluationFailed(field, "The expression gave no text.");
    }
    return (String) value;
  }
}
