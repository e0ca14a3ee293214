package io.tributary.local.states.http;

/** An error that a caller of the API is told, by the service's name for it. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  ApiError(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  String type() {
    return type;
  }
}
