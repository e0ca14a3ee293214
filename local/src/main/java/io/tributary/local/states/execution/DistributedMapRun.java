package io.tributary.local.states.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.local.states.definition.State;
import io.tributary.local.states.definition.Tolerance;
import io.tributary.local.states.history.Details;
import io.tributary.local.states.jsonata.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A distributed Map: an execution for each item, with a history of its own. */
final class DistributedMapRun {
  private static final long MOST_AT_ONCE = 10_000;

  private final Visit visit;
  private final Attempt attempt;
  private final State.DistributedMap state;
  private final Map<Integer, Execution> running = new HashMap<>();
  private MapItems items;
  private MapItemExecutions executions;
  private MapRun mapRun;
  private Object[] outputs;
  private int next;

  DistributedMapRun(Visit visit, Attempt attempt, State.DistributedMap state) {
    this.visit = visit;
    this.attempt = attempt;
    this.state = state;
  }

  void start() {
    items = new MapItems(visit, state.items());
    outputs = new Object[items.size()];
    MapRun.Limits limits = limits(state.tolerance());
    visit.flow().append("MapStateStarted", new Details().with("length", items.size()));
    executions = new MapItemExecutions(visit.flow().execution(), state);
    mapRun = executions.begin(limits);
    visit.flow().append("MapRunStarted", new Details().with("mapRunArn", executions.mapRunArn()));
    attempt.onClose(this::abort);
    startMore();
  }

  private MapRun.Limits limits(Tolerance tolerance) {
    NumberField numbers = new NumberField(visit);
    long atOnce = numbers.whole(state.maxConcurrency(), "MaxConcurrency", 0).orElse(0);
    OptionalLong count = numbers.whole(tolerance.count(), "ToleratedFailureCount", 0);
    OptionalDouble percentage =
        numbers.number(tolerance.percentage(), "ToleratedFailurePercentage", 0, 100);
    return new MapRun.Limits(items.size(), atOnce, count, percentage);
  }

  private void startMore() {
    long asked = mapRun.snapshot().limits().maxConcurrency();
    long atOnce = asked == 0 ? MOST_AT_ONCE : asked;
    while (next < outputs.length && running.size() < atOnce) {
      startOne(next++);
    }
    if (next == outputs.length && running.isEmpty()) {
      succeed();
    }
  }

  private void startOne(int index) {
    Execution child = executions.start(items.input(index));
    mapRun.itemStarted();
    running.put(index, child);
    child.onEnd(record -> attempt.runLater(() -> itemEnded(index, record)));
  }

  private void itemEnded(int index, ExecutionRecord record) {
    running.remove(index);
    mapRun.itemEnded(record.status());
    outputs[index] = outputOf(record);
    if (mapRun.isTolerated()) {
      startMore();
    } else {
      fail();
    }
  }

  private static Object outputOf(ExecutionRecord record) {
    if (record.output().isEmpty()) {
      return new StatesError(record.error().orElse(null), record.cause().orElse(null)).toOutput();
    }
    try {
      return Values.parse(record.output().get());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An execution's output is no JSON", e);
    }
  }

  private void fail() {
    StatesError error =
        new StatesError(
            StatesError.TOLERANCE, "The specified tolerated failure threshold was exceeded");
    mapRun.end(ExecutionStatus.FAILED, now());
    visit.flow().append("MapRunFailed", new Details().error(error.name(), error.cause()));
    visit.flow().append("MapStateFailed", new Details());
    throw new StateFailure(error);
  }

  private void succeed() {
    mapRun.end(ExecutionStatus.SUCCEEDED, now());
    visit.flow().append("MapRunSucceeded", new Details());
    visit.flow().append("MapStateSucceeded", new Details());
    List<Object> result = Arrays.asList(outputs);
    attempt.leave(state.exit(), result, Map.of("result", result));
  }

  private void abort() {
    mapRun.end(ExecutionStatus.ABORTED, now());
    running.values().forEach(this::stop);
    running.clear();
  }

  private void stop(Execution child) {
    child.stop(null, "The map run has ended.");
    child.onEnd(record -> mapRun.itemEnded(record.status()));
  }

  private Instant now() {
    return visit.engine().timeline().clock().instant();
  }
}
