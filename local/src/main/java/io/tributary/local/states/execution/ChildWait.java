package io.tributary.local.states.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.local.states.jsonata.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits for an execution that a Task started, and stops it when the Task ends before it. */
final class ChildWait {
  private static final Map<String, Object> INCLUDED = Map.of("Included", true);

  private final Visit visit;
  private final Attempt attempt;
  private final Consumer<Outcome> done;

  ChildWait(Visit visit, Attempt attempt, Consumer<Outcome> done) {
    this.visit = visit;
    this.attempt = attempt;
    this.done = done;
  }

  /** Waits for the execution that the answer names. */
  void start(Object answer) {
    String arn = (String) ((Map<?, ?>) answer).get("ExecutionArn");
    Execution child =
        visit
            .engine()
            .executions()
            .here(arn)
            .orElseThrow(() -> new StateFailure(StatesError.TASK_FAILED, arn + " is gone."));
    attempt.onClose(() -> child.stop(null, "The execution that started it has stopped waiting."));
    child.onEnd(record -> attempt.runLater(() -> done.accept(outcome(record))));
  }

  private static Outcome outcome(ExecutionRecord record) {
    if (record.status() == ExecutionStatus.SUCCEEDED) {
      return new Outcome.Success(described(record));
    }
    Map<String, Object> failure = described(record);
    record.error().ifPresent(error -> failure.put("Error", error));
    record.cause().ifPresent(cause -> failure.put("Cause", cause));
    String cause = Values.text(failure);
    if (cause.length() > StatesError.LONGEST_CAUSE) {
      failure.remove("Input");
      cause = Values.text(failure);
    }
    return new Outcome.Failure(new StatesError(StatesError.TASK_FAILED, cause));
  }

  private static Map<String, Object> described(ExecutionRecord record) {
    ExecutionIdentity identity = record.identity();
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("ExecutionArn", identity.arn());
    described.put("Input", parsed(Optional.of(identity.inputText())));
    described.put("InputDetails", INCLUDED);
    described.put("Name", identity.name());
    described.put("StartDate", identity.started().toEpochMilli());
    described.put("StateMachineArn", identity.machineArn());
    described.put("Status", record.status().name());
    record.stopped().ifPresent(moment -> described.put("StopDate", moment.toEpochMilli()));
    if (record.output().isPresent()) {
      described.put("Output", parsed(record.output()));
      described.put("OutputDetails", INCLUDED);
    }
    return described;
  }

  private static Object parsed(Optional<String> json) {
    try {
      return Values.parse(json.orElse("null"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An execution holds text that is no JSON", e);
    }
  }
}
