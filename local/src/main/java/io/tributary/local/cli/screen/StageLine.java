package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.Terminal.Colour;
import java.time.Duration;
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
    String rows =
        result.rowsIn() == 0 && result.rowsOut() == 0
            ? ""
            : Figures.count(result.rowsIn())
                + (result.rowsIn() == 1 ? " row in, " : " rows in, ")
                + Figures.count(result.rowsOut())
                + " out";
    String rejected =
        result.rowsRejected() == 0 ? "" : ", " + Figures.count(result.rowsRejected()) + " rejected";
    return good() + line(result.name(), result.took(), rows + rejected);
  }

  /** The stage that sends requests: wrong where none was answered or the run stopped it. */
  String requests(String name, RequestTally tally, RequestTally.Sending sending, Duration took) {
    boolean isGood = tally.answered() > 0 && sending == RequestTally.Sending.ENDED;
    return (isGood ? good() : bad()) + line(name, took, tally.sentence(sending));
  }

  String unfinished(String name) {
    return bad() + " " + name + " did not end";
  }

  private static String line(String name, Duration took, String what) {
    return String.format(Locale.ROOT, " %-12s %10s   %s", name, Figures.time(took), what)
        .stripTrailing();
  }

  private String good() {
    return sign(terminal.isUnicode() ? "✓" : "+", GREEN);
  }

  private String bad() {
    return sign(terminal.isUnicode() ? "✗" : "x", RED);
  }

  private String sign(String sign, String colour) {
    return terminal.colour() == Colour.ON ? colour + sign + PLAIN : sign;
  }
}
