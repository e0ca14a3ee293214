package io.tributary.warehouse;

/**
 * A piece of SQL text.
 *
 * @param text the piece as it was written
 * @param line the line on which it begins, counted from 1
 */
public record SqlToken(Kind kind, String text, int line) {
  /** What stands before the first and after the last token: it equals nothing. */
  public static final SqlToken NONE = new SqlToken(Kind.SPACE, "", 0);

  /** What a piece of SQL text is. */
  public enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    OPERATOR,
    /** A parameter's value, already in the form that the engine reads. */
    BOUND_VALUE,
    /** White space and comments. */
    SPACE
  }

  /** Whether this is that unquoted word, in any case. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  public boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** The text between the quotes of a string, whichever way it is quoted. */
  public String unquoted() {
    if (text.startsWith("$$")) {
      return text.substring(2, Math.max(2, text.length() - 2));
    }
    return text.substring(1, Math.max(1, text.length() - 1)).replace("''", "'");
  }
}
