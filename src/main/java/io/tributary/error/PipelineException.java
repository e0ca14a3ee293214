package io.tributary.error;

/**
 * A failure the pipeline knows. The subclass is the kind, and its full name is what a state
 * machine's Retry and Catch match; the code says which failure; the message is one sentence that
 * names the mend.
 */
public abstract sealed class PipelineException extends RuntimeException
    permits UserException,
        DataException,
        TransientException,
        PermanentException,
        LeaseLostException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  protected PipelineException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
