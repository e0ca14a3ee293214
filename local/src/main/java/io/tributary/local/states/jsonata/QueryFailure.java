package io.tributary.local.states.jsonata;

/** An expression that could not be evaluated; the message says why. */
public final class QueryFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueryFailure(String message) {
    super(message);
  }
}
