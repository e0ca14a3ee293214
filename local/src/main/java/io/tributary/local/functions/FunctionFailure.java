package io.tributary.local.functions;

import java.util.List;

/**
 * A function call that did not give a result. The error type is what a state machine's Retry and
 * Catch match: the thrown class's full name, {@code Sandbox.Timedout}, or the service's own error.
 */
public final class FunctionFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_MESSAGE = 8_192;
  private static final int MOST_FRAMES = 20;

  private final String errorType;
  private final transient List<String> frames;

  private FunctionFailure(String errorType, String message, List<String> frames) {
    super(message);
    this.errorType = errorType;
    this.frames = List.copyOf(frames);
  }

  /** What the function itself threw. */
  static FunctionFailure thrown(Throwable thrown) {
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    String kept = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    List<String> frames =
        List.of(thrown.getStackTrace()).stream()
            .limit(MOST_FRAMES)
            .map(StackTraceElement::toString)
            .toList();
    return new FunctionFailure(thrown.getClass().getName(), kept, frames);
  }

  /** What a function in another process said that it threw. */
  public static FunctionFailure reported(String errorType, String message, List<String> frames) {
    return new FunctionFailure(errorType, message, frames);
  }

  /** What the service says instead of the function's answer. */
  static FunctionFailure ofService(String errorType, String message) {
    return new FunctionFailure(errorType, message, List.of());
  }

  public String errorType() {
    return errorType;
  }

  /** The frames of the function's stack, the innermost first, at most 20. */
  public List<String> frames() {
    return frames;
  }
}
