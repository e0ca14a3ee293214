package io.tributary.local.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Where a command writes, and what the reader's screen can show.
 *
 * @param out results
 * @param err errors and notes, so that results can be piped
 * @param columns the screen's width in characters; empty where results go to a file or a pipe
 */
public record Terminal(
    PrintStream out, PrintStream err, OptionalInt columns, Glyphs glyphs, Colour colour) {

  /** The property by which the launcher says that results go to a screen, and how wide it is. */
  static final String COLUMNS_PROPERTY = "tributary.columns";

  private static final int USUAL_COLUMNS = 80;

  /** Which characters the screen can draw. */
  public enum Glyphs {
    UNICODE,
    ASCII
  }

  /** Whether the screen shows colours and the reader wants them. */
  public enum Colour {
    ON,
    OFF
  }

  public Terminal {
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
    Objects.requireNonNull(columns);
  }

  /** The process's own terminal. */
  public static Terminal ofProcess() {
    return of(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.getenv(),
        System.getProperty(COLUMNS_PROPERTY));
  }

  /**
   * A terminal as its environment describes it.
   *
   * @param columns the width as text, null where the output is no screen, blank where it is unknown
   */
  static Terminal of(
      PrintStream out, PrintStream err, Map<String, String> environment, String columns) {
    boolean plain =
        columns == null
            || !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Terminal(
        out, err, width(columns), glyphs(environment), plain ? Colour.OFF : Colour.ON);
  }

  /** Whether a person watches, so that progress may be drawn over itself. */
  public boolean isScreen() {
    return columns.isPresent();
  }

  public boolean isUnicode() {
    return glyphs == Glyphs.UNICODE;
  }

  /** Writes a note about the result, which is no part of it. */
  public void note(String text) {
    out.flush();
    err.println(text);
  }

  private static OptionalInt width(String columns) {
    if (columns == null) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        columns.matches("[1-9][0-9]{1,4}") ? Integer.parseInt(columns) : USUAL_COLUMNS);
  }

  private static Glyphs glyphs(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("UTF-8");
    String folded = locale.toLowerCase(Locale.ROOT).replace("-", "");
    return folded.contains("utf8") ? Glyphs.UNICODE : Glyphs.ASCII;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
