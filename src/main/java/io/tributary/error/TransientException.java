package io.tributary.error;

/** The same call may succeed later: retried with backoff. */
public final class TransientException extends PipelineException {
  private static final long serialVersionUID = 1L;

  public TransientException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public TransientException(ErrorCode code, String message, Throwable cause) {
    super(code, message, cause);
  }
}
