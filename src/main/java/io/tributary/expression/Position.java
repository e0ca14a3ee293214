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
    return START.after(text.substring(0, index));
  }

  /** The place behind that text, which begins here. */
  Position after(String passed) {
    int lines = (int) passed.chars().filter(c -> c == '\n').count();
    String inLine = passed.substring(passed.lastIndexOf('\n') + 1);
    int characters = inLine.codePointCount(0, inLine.length());
    return lines == 0
        ? new Position(line, column + characters)
        : new Position(line + lines, 1 + characters);
  }

  @Override
  public String toString() {
    return line == 1 ? "character " + column : "line " + line + ", character " + column;
  }
}
