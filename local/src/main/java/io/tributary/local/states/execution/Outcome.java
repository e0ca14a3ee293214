package io.tributary.local.states.execution;

/** How a flow, a task or an execution ended. */
public sealed interface Outcome {
  /** With a JSON value. */
  record Success(Object value) implements Outcome {}

  /** With an error. */
  record Failure(StatesError error) implements Outcome {}
}
