package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import io.tributary.rehearsal.Comparison;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run shows while it goes and when it ends. Safe for use by several threads. Closing it
 * without {@link #finished} shows which stage did not end, and the warnings so far.
 */
public final class RunScreen implements AutoCloseable {
  private final Terminal terminal;
  private final PrintStream out;
  private final StageLine stageLine;
  private final Set<String> running = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private Optional<RequestBar> bar = Optional.empty();
  private long tenthsSaid;

  public RunScreen(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
    this.stageLine = new StageLine(terminal);
  }

  /** Shows a line of its own, such as what is run over which window. */
  public synchronized void note(String line) {
    clearBar();
    clearLine();
    out.println(line);
    if (terminal.isScreen()) {
      running.forEach(this::showRunning);
    }
  }

  /** Shows how what the run calculated differs from what is live. */
  public synchronized void compared(Comparison comparison) {
    clearBar();
    new ComparisonReport(terminal).lines(comparison).forEach(out::println);
  }

  public synchronized void stageStarted(String name) {
    running.add(name);
    if (terminal.isScreen()) {
      showRunning(name);
    }
  }

  public synchronized void stageFinished(StageResult result) {
    clearBar();
    clearLine();
    running.remove(result.name());
    out.println(stageLine.finished(result));
  }

  /** Forgets a stage that had nothing to do. */
  public synchronized void stageLeftOut(String name) {
    clearLine();
    running.remove(name);
  }

  /** Shows how many requests of the attribution service have an outcome. */
  public synchronized void requests(RequestTally tally) {
    if (tally.total() == 0) {
      return;
    }
    if (!terminal.isScreen()) {
      sayEachTenth(tally);
      return;
    }
    if (bar.isEmpty()) {
      clearLine();
      bar = Optional.of(new RequestBar(terminal, tally.total()));
    }
    bar.get().show(tally);
  }

  /** Shows the end of the stage that sends requests. */
  public synchronized void requestsFinished(
      String name, RequestTally tally, RequestTally.Sending sending, Duration took) {
    clearBar();
    clearLine();
    running.remove(name);
    out.println(stageLine.requests(name, tally, sending, took));
  }

  /** Keeps a warning, which is shown when the run ends. */
  public synchronized void warning(String sentence) {
    warnings.add(sentence);
  }

  /** Shows the report, the warnings and where the results lie. */
  public synchronized void finished(RunSummary summary) {
    clearBar();
    summary
        .report()
        .ifPresent(
            channels -> {
              out.println();
              report(summary, channels).forEach(out::println);
            });
    for (Section section : summary.sections()) {
      out.println();
      section.lines(terminal).forEach(out::println);
    }
    showWarnings();
    if (!summary.places().isEmpty()) {
      out.println();
    }
    int widest = summary.places().stream().mapToInt(place -> place.what().length()).max().orElse(0);
    summary
        .places()
        .forEach(place -> out.printf("%-" + (widest + 2) + "s%s%n", place.what(), place.where()));
    out.println();
    out.println(
        "Run " + summary.run() + " done in " + Figures.time(summary.took()) + ending(summary));
  }

  /** Says that the person ended the run. */
  public synchronized void interrupted() {
    clearBar();
    clearLine();
    running.clear();
    out.println("Interrupted: what was live stays; the next run pays for no answer again.");
  }

  @Override
  public synchronized void close() {
    clearBar();
    clearLine();
    running.forEach(name -> out.println(stageLine.unfinished(name)));
    running.clear();
    showWarnings();
    out.flush();
  }

  private List<String> report(RunSummary summary, List<ChannelTotals> channels) {
    String heading = "Channel report of run " + summary.run() + " (" + summary.window() + ")";
    if (summary.ending() == RunSummary.Ending.ONLY_STAGES) {
      return List.of(heading + ": it was not calculated, because --only names no stage so late.");
    }
    return channels.isEmpty()
        ? List.of(heading + ": there is nothing to report, because the window holds no conversion.")
        : new ChannelReport(terminal, channels).lines(heading);
  }

  private static String ending(RunSummary summary) {
    return switch (summary.ending()) {
      case PUBLISHED -> ".";
      case CALCULATED, ONLY_STAGES -> "; it was not published, what was live stays.";
    };
  }

  private void showWarnings() {
    if (warnings.isEmpty()) {
      return;
    }
    out.println();
    out.println(warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings");
    warnings.stream()
        .flatMap(warning -> Wrapped.lines("  ! " + warning, "    ", terminal).stream())
        .forEach(out::println);
    warnings.clear();
  }

  private void sayEachTenth(RequestTally tally) {
    long tenths = tally.done() * 10 / tally.total();
    if (tenths > tenthsSaid) {
      tenthsSaid = tenths;
      String failed = tally.failed() == 0 ? "" : ", " + Figures.count(tally.failed()) + " failed";
      out.println(
          "  requests "
              + Figures.count(tally.done())
              + " of "
              + Figures.count(tally.total())
              + failed);
    }
  }

  private void showRunning(String stage) {
    clearLine();
    out.print(stageLine.running(stage));
    out.flush();
  }

  /** Wipes the name of a running stage off the screen. */
  private void clearLine() {
    if (terminal.isScreen() && !running.isEmpty()) {
      out.print("\r" + " ".repeat(terminal.columns().getAsInt() - 1) + "\r");
    }
  }

  private void clearBar() {
    bar.ifPresent(RequestBar::close);
    bar = Optional.empty();
  }
}
