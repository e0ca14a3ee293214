package io.tributary.config;

/**
 * One thing that is wrong with a project, where, and how to mend it.
 *
 * @param file the file as the user knows it, such as {@code tributary.yaml}
 * @param line the line, counted from 1; 0 where no line can be named
 * @param message one sentence that says what is wrong and the mend
 */
public record Problem(String file, int line, String message) {
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
  }
}
