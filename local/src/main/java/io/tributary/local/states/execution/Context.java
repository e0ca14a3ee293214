package io.tributary.local.states.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the context object, {@code $states.context}. */
final class Context {
  private final Execution execution;

  Context(Execution execution) {
    this.execution = execution;
  }

  Map<String, Object> of(
      Visit visit, Optional<String> token, Optional<Map<String, Object>> mapItem) {
    ExecutionIdentity identity = execution.identity();
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("Execution", execution(identity));
    context.put(
        "State",
        Map.of(
            "Name", visit.state().name(),
            "EnteredTime", visit.entered().toString(),
            "RetryCount", visit.retryCount()));
    context.put(
        "StateMachine", Map.of("Id", identity.machineArn(), "Name", identity.machineName()));
    token.ifPresent(value -> context.put("Task", Map.of("Token", value)));
    mapItem.ifPresent(item -> context.put("Map", Map.of("Item", item)));
    return context;
  }

  private Map<String, Object> execution(ExecutionIdentity identity) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("Id", identity.arn());
    members.put("Input", execution.input());
    members.put("Name", identity.name());
    members.put("RoleArn", Engine.ROLE);
    members.put("StartTime", identity.started().toString());
    members.put("RedriveCount", 0);
    return members;
  }
}
