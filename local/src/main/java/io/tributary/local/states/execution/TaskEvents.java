package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Resource;
import io.tributary.local.states.history.Details;
import java.util.OptionalLong;

/** The events of a Task: those of a bare function have names of their own. */
final class TaskEvents {
  private final FlowRun flow;
  private final Resource resource;

  TaskEvents(FlowRun flow, Resource resource) {
    this.flow = flow;
    this.resource = resource;
  }

  void scheduled(String arguments, OptionalLong timeout, OptionalLong heartbeat) {
    Long seconds = timeout.isPresent() ? timeout.getAsLong() : null;
    if (isBareFunction()) {
      Details details = new Details().with("resource", resource.arn()).input(arguments);
      flow.append("LambdaFunctionScheduled", details.with("timeoutInSeconds", seconds));
      flow.append("LambdaFunctionStarted", new Details());
      return;
    }
    flow.append(
        "TaskScheduled",
        ofResource()
            .with("region", Engine.REGION)
            .with("parameters", arguments)
            .with("timeoutInSeconds", seconds)
            .with("heartbeatInSeconds", heartbeat.isPresent() ? heartbeat.getAsLong() : null));
    flow.append("TaskStarted", ofResource());
  }

  void submitted(String output) {
    flow.append("TaskSubmitted", ofResource().output(output));
  }

  void succeeded(String output) {
    if (isBareFunction()) {
      flow.append("LambdaFunctionSucceeded", new Details().output(output));
    } else {
      flow.append("TaskSucceeded", ofResource().output(output));
    }
  }

  void failed(StatesError error) {
    failed(isBareFunction() ? "LambdaFunctionFailed" : "TaskFailed", error);
  }

  void timedOut(StatesError error) {
    failed(isBareFunction() ? "LambdaFunctionTimedOut" : "TaskTimedOut", error);
  }

  private void failed(String type, StatesError error) {
    Details details = isBareFunction() ? new Details() : ofResource();
    flow.append(type, details.error(error.name(), error.cause()));
  }

  private Details ofResource() {
    return new Details()
        .with("resourceType", resource.service().resourceType())
        .with("resource", resource.historyName());
  }

  private boolean isBareFunction() {
    return resource.service() == Resource.Service.FUNCTION;
  }
}
