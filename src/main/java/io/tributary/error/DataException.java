package io.tributary.error;

/** The data is wrong in a way that no retry mends. */
public final class DataException extends PipelineException {
  private static final long serialVersionUID = 1L;

  public DataException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public DataException(ErrorCode code, String message, Throwable cause) {
    super(code, message, cause);
  }
}
