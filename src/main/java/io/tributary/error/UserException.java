package io.tributary.error;

/** The project file, a command or a key is wrong: a person has to change it. */
public final class UserException extends PipelineException {
  private static final long serialVersionUID = 1L;

  public UserException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public UserException(ErrorCode code, String message, Throwable cause) {
    super(code, message, cause);
  }
}
