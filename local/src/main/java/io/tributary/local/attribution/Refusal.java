package io.tributary.local.attribution;

/** A call that the service answers with an error: its HTTP status and one sentence. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
