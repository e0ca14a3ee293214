package io.tributary.local.states.execution;

/** Carries an error from where it is found to the state that handles it. */
public final class StateFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient StatesError error;

  public StateFailure(StatesError error) {
    super(error.name(), null, false, false);
    this.error = error;
  }

  public StateFailure(String name, String cause) {
    this(new StatesError(name, cause));
  }

  public StatesError error() {
    return error;
  }
}
