package io.tributary.local.cli;

import io.tributary.local.cli.Terminal.Colour;
import io.tributary.local.cli.Terminal.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** A terminal whose output a test reads. */
public final class ScreenCapture {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  public Terminal pipe() {
    return terminal(OptionalInt.empty(), Glyphs.UNICODE, Colour.OFF);
  }

  public Terminal screen(int columns) {
    return terminal(OptionalInt.of(columns), Glyphs.UNICODE, Colour.OFF);
  }

  public Terminal terminal(OptionalInt columns, Glyphs glyphs, Colour colour) {
    return new Terminal(stream(out), stream(err), columns, glyphs, colour);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What was printed, but for how far requests are: only a slow machine shows it. */
  String lasting() {
    return out().replaceAll("(?m)^  requests \\d+ of \\d+\n", "");
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
