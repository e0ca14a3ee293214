package io.tributary.local.cli;

/** A run that failed: what its state machine gives as the error's name and its sentence. */
public final class FailedRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  public FailedRun(String error, String message) {
    super(message);
    this.error = error;
  }

  /** The full name of the failure's class, or a name of the state machine's own. */
  public String error() {
    return error;
  }
}
