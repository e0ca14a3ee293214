package io.tributary.local.states.execution;

import java.time.Instant;
import java.util.Optional;

/**
 * An execution as it stands at one moment, and as it is kept on disk.
 *
 * @param output JSON text, of an execution that succeeded
 * @param error the error's name, of one that did not
 * @param transitions how many states were entered or tried again
 */
public record ExecutionRecord(
    ExecutionIdentity identity,
    ExecutionStatus status,
    Optional<Instant> stopped,
    Optional<String> output,
    Optional<String> error,
    Optional<String> cause,
    long transitions) {

  /** The record of an execution whose process died under it. */
  public ExecutionRecord abortedIfRunning() {
    if (status != ExecutionStatus.RUNNING) {
      return this;
    }
    return new ExecutionRecord(
        identity,
        ExecutionStatus.ABORTED,
        Optional.of(identity.started()),
        Optional.empty(),
        Optional.empty(),
        Optional.of("The process that ran this execution ended before it."),
        transitions);
  }
}
