package io.tributary.local.attribution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** The tasks of a state machine that wait for a token, and what they were told. */
final class WaitingTasks implements SfnClient {
  private final Set<String> waiting = new HashSet<>();
  private final Map<String, String> succeeded = new HashMap<>();
  private final Map<String, SendTaskFailureRequest> failed = new HashMap<>();
  private boolean isDeadly;

  void add(String token) {
    waiting.add(token);
  }

  void timeOut(String token) {
    waiting.remove(token);
  }

  /** The next worker that reports is killed before its report arrives. */
  void killTheNextReporter() {
    isDeadly = true;
  }

  Map<String, String> succeeded() {
    return succeeded;
  }

  Map<String, SendTaskFailureRequest> failed() {
    return failed;
  }

  @Override
  public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
    check(request.taskToken());
    return SendTaskHeartbeatResponse.builder().build();
  }

  @Override
  public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
    killIfTold();
    check(request.taskToken());
    waiting.remove(request.taskToken());
    succeeded.put(request.taskToken(), request.output());
    return SendTaskSuccessResponse.builder().build();
  }

  @Override
  public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
    killIfTold();
    check(request.taskToken());
    waiting.remove(request.taskToken());
    failed.put(request.taskToken(), request);
    return SendTaskFailureResponse.builder().build();
  }

  private void killIfTold() {
    if (isDeadly) {
      isDeadly = false;
      throw new Killed();
    }
  }

  private void check(String token) {
    if (!waiting.contains(token)) {
      throw TaskTimedOutException.builder().message("Task Timed Out").build();
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
