package io.tributary.error;

/** A service refused for good; retrying the same call is useless. */
public final class PermanentException extends PipelineException {
  private static final long serialVersionUID = 1L;

  public PermanentException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public PermanentException(ErrorCode code, String message, Throwable cause) {
    super(code, message, cause);
  }
}
