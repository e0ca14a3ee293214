package io.tributary.error;

/** Another run holds the project's lease: this one must stop without touching anything. */
public final class LeaseLostException extends PipelineException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(ErrorCode code, String message) {
    super(code, message, null);
  }
}
