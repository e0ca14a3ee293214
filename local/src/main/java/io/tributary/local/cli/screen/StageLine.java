package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.Terminal.Colour;
import java.util.Locale;

/** A stage as a line: its state, rows in, rows out, rows refused, time. */
final class StageLine {
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final Terminal terminal;

  StageLine(Terminal terminal) {
    this.terminal = terminal;
  }

  String running(String name) {
    return "  " + name + (terminal.isUnicode() ? " …" : " ...");
  }

  String finished(StageResult result) {
    String sign = sign(terminal.isUnicode() ? "✓" : "+", GREEN);
    String rows =
        result.rowsIn() == 0 && result.rowsOut() == 0
            ? ""
            : Figures.count(result.rowsIn())
                + " rows in, "
                + Figures.count(result.rowsOut())
                + " out";
    String rejected =
        result.rowsRejected() == 0 ? "" : ", " + Figures.count(result.rowsRejected()) + " rejected";
    return sign
        + String.format(
                Locale.ROOT,
                " %-12s %10s   %s",
                result.name(),
                Figures.time(result.took()),
                rows + rejected)
            .stripTrailing();
  }

  String unfinished(String name) {
    return sign(terminal.isUnicode() ? "✗" : "x", RED) + " " + name + " did not end";
  }

  private String sign(String sign, String colour) {
    return terminal.colour() == Colour.ON ? colour + sign + PLAIN : sign;
  }
}
