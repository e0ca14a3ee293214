package io.tributary.expression;

/**
 * An expression that cannot be read or has no meaning. The message is one sentence with the mend;
 * whoever knows the file and key adds them.
 */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Position at;

  ExpressionException(Position at, String sentence) {
    super(sentence);
    this.at = at;
  }

  /** Where in the expression's text it is. */
  public Position at() {
    return at;
  }
}
