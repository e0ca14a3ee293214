package io.tributary.local.states.execution;

/** A machine or an execution of that name exists and is another one. */
public final class NameTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameTaken(String message) {
    super(message);
  }
}
