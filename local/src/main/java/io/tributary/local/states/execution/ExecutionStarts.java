package io.tributary.local.states.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Starts executions for Tasks. */
final class ExecutionStarts {
  private final Machines machines;
  private final Executions executions;

  ExecutionStarts(Machines machines, Executions executions) {
    this.machines = machines;
    this.executions = executions;
  }

  CompletableFuture<Object> start(Map<String, Object> arguments) {
    try {
      return CompletableFuture.completedFuture(started(arguments));
    } catch (StateFailure failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Map<String, Object> started(Map<String, Object> arguments) {
    String arn = String.valueOf(arguments.get("StateMachineArn"));
    Machine machine =
        machines
            .find(arn)
            .orElseThrow(
                () ->
                    new StateFailure(
                        "StepFunctions.StateMachineDoesNotExistException",
                        "State Machine Does Not Exist: '" + arn + "'"));
    Object given = arguments.get("Name");
    String name = given == null ? UUID.randomUUID().toString() : String.valueOf(given);
    Object input = arguments.getOrDefault("Input", Map.of());
    try {
      return answer(executions.start(machine, name, Payload.of(input, "The input")));
    } catch (NameTaken taken) {
      throw new StateFailure("StepFunctions.ExecutionAlreadyExistsException", taken.getMessage());
    }
  }

  private static Map<String, Object> answer(ExecutionRecord started) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ExecutionArn", started.identity().arn());
    answer.put("SdkHttpMetadata", Map.of("HttpStatusCode", 200));
    answer.put("StartDate", started.identity().started().toEpochMilli());
    return answer;
  }
}
