package io.tributary.expression;

/**
 * A place in the text of an expression.
 *
 * @param line counted from 1
 * @param column the character in the line, counted from 1
 */
public record Position(int line, int column) {
  public static final Position START = new Position(1, 1);

  /** The place of the character at that index of the text. */
  static Position of(String text, int index) {
    String before = text.substring(0, index);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    String inLine = before.substring(before.lastIndexOf('\n') + 1);
    return new Position(line, 1 + inLine.codePointCount(0, inLine.length()));
  }

  @Override
  public String toString() {
    return line == 1 ? "character " + column : "line " + line + ", character " + column;
  }
}
