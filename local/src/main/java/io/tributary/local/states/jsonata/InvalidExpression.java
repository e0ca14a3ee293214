package io.tributary.local.states.jsonata;

/** Text that is no JSONata expression. */
public final class InvalidExpression extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidExpression(String message) {
    super(message);
  }
}
