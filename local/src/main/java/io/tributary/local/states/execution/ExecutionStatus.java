package io.tributary.local.states.execution;

/** Where an execution stands, in the service's words. */
public enum ExecutionStatus {
  RUNNING("ExecutionStarted"),
  SUCCEEDED("ExecutionSucceeded"),
  FAILED("ExecutionFailed"),
  TIMED_OUT("ExecutionTimedOut"),
  ABORTED("ExecutionAborted");

  private final String event;

  ExecutionStatus(String event) {
    this.event = event;
  }

  /** The event that brings an execution here. */
  public String event() {
    return event;
  }
}
