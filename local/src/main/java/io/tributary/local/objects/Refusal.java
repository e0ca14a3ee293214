package io.tributary.local.objects;

/** A request that is answered with an error: S3's code and status, and a sentence. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  static Refusal notImplemented(String what) {
    return new Refusal(
        501, "NotImplemented", "The local object store does not implement " + what + ".");
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "InvalidRequest", message);
  }

  static Refusal noSuchKey(ObjectName name) {
    return new Refusal(404, "NoSuchKey", "There is no object " + name + ".");
  }

  static Refusal preconditionFailed(String condition) {
    return new Refusal(
        412, "PreconditionFailed", "The object does not meet the condition " + condition + ".");
  }
}
