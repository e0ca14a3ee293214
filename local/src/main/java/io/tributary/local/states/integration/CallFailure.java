package io.tributary.local.states.integration;

/** A resource that answered with an error, as Step Functions names it. */
public final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  CallFailure(String error, String cause) {
    super(cause, null, false, false);
    this.error = error;
  }

  /** The error's name; the message is its cause. */
  public String error() {
    return error;
  }
}
