package io.tributary.local.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.Terminal.Colour;
import io.tributary.local.cli.Terminal.Glyphs;
import io.tributary.local.cli.screen.RequestTally.Sending;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunScreenTest {
  private static final List<ChannelTotals> TOTALS =
      List.of(
          total("first_touch", "Paid Search", "1250", "31.5", "9000.50"),
          total("first_touch", "Email", "0", "8.5", "3000"),
          total("ihc", "Paid Search", "1250", "25", "8000.25"),
          total("ihc", "Email", "0", "15", "4000.25"));

  private final ScreenCapture capture = new ScreenCapture();

  @Test
  void showsAWholeRunAsPlainLinesInAPipe() {
    try (RunScreen screen = new RunScreen(capture.pipe())) {
      screen.note("Run 3 of shop");
      screen.stageStarted("plan");
      screen.stageFinished(new StageResult("plan", 0, 0, 0, Duration.ofMillis(240)));
      screen.stageStarted("extract");
      screen.stageFinished(new StageResult("extract", 5655, 5643, 12, Duration.ofMillis(1310)));
      screen.stageStarted("attribute");
      screen.requests(new RequestTally(20, 18, 2));
      screen.warning("2 conversions were credited by the fallback model linear.");
      screen.requestsFinished(
          "attribute", new RequestTally(20, 18, 2), Sending.ENDED, Duration.ofSeconds(64));
      screen.finished(Summaries.of(TOTALS));
    }

    assertThat(capture.err()).isEmpty();
    assertThat(capture.out())
        .isEqualTo(
            """
            Run 3 of shop
            ✓ plan              0.2 s
            ✓ extract           1.3 s   5,655 rows in, 5,643 out, 12 rejected
              requests 20 of 20, 2 failed
            ✓ attribute    1 min 04 s   18 of 20 requests answered, 2 left to the fallback

            Channel report of run 3 (2023-01-01 to 2023-03-31), model ihc

            channel          cost  credit    revenue   share    cpo  roas
            ───────────  ────────  ──────  ─────────  ──────  ─────  ────
            Paid Search  1,250.00   25.00   8,000.25   66.7%  50.00  6.40
            Email            0.00   15.00   4,000.25   33.3%   0.00     –
            ───────────  ────────  ──────  ─────────  ──────  ─────  ────
            total        1,250.00   40.00  12,000.50  100.0%  31.25  9.60

            Revenue by model

                                 first_
            channel         ihc   touch
            ───────────  ──────  ──────
            Paid Search   8,000   9,001
            Email         4,000   3,000
            ───────────  ──────  ──────
            total        12,001  12,001

            1 warning
              ! 2 conversions were credited by the fallback model linear.

            tables     ./tributary query shop "select * from channel_reporting"
            warehouse  shop/.tributary/warehouse.duckdb

            Run 3 done in 1 min 08 s.
            """);
  }

  @Test
  void drawsNothingBeyondAsciiWhereTheLocaleCannotShowIt() {
    try (RunScreen screen =
        new RunScreen(capture.terminal(OptionalInt.empty(), Glyphs.ASCII, Colour.OFF))) {
      screen.stageFinished(new StageResult("plan", 0, 0, 0, Duration.ZERO));
      screen.stageStarted("extract");
      screen.finished(Summaries.of(TOTALS));
    }

    assertThat(capture.out()).containsPattern("^\\p{ASCII}*$").contains("+ plan", "x extract");
  }

  @Test
  void namesTheStageThatDidNotEndAndTheWarningsSoFar() {
    try (RunScreen screen = new RunScreen(capture.pipe())) {
      screen.stageStarted("extract");
      screen.warning("3 rows were rejected.");
    }

    assertThat(capture.out())
        .isEqualTo(
            """
            ✗ extract did not end

            1 warning
              ! 3 rows were rejected.
            """);
  }

  @Test
  void saysSoWhenThereIsNothingToReport() {
    new RunScreen(capture.pipe()).finished(Summaries.of(List.of()));

    assertThat(capture.out())
        .contains(
            "Channel report of run 3 (2023-01-01 to 2023-03-31): there is nothing to report,"
                + " because the window holds no conversion.");
  }

  @Test
  void saysEachTenthOfTheRequestsOnceInAPipe() {
    RunScreen screen = new RunScreen(capture.pipe());
    for (int done = 1; done <= 1000; done++) {
      screen.requests(new RequestTally(1000, done, 0));
    }

    assertThat(capture.out().lines()).hasSize(10).last().isEqualTo("  requests 1,000 of 1,000");
  }

  @Test
  void drawsOverTheRunningStageOnAScreen() {
    RunScreen screen = new RunScreen(capture.screen(20));
    screen.stageStarted("plan");
    screen.note("Run 3 of shop");
    screen.stageFinished(new StageResult("plan", 0, 0, 0, Duration.ofMillis(240)));

    String blank = "\r" + " ".repeat(19) + "\r";
    String running = blank + "  plan …";
    assertThat(capture.out())
        .isEqualTo(
            running
                + (blank + "Run 3 of shop\n")
                + running
                + (blank + "✓ plan              0.2 s\n"));
  }

  @Test
  void wipesTheProgressBarBeforeTheNextLine() {
    try (RunScreen screen = new RunScreen(capture.screen(60))) {
      screen.stageStarted("attribute");
      screen.requests(new RequestTally(20, 5, 0));
      screen.stageFinished(new StageResult("attribute", 0, 0, 0, Duration.ofSeconds(1)));
    }

    String blank = "\r" + " ".repeat(59) + "\r";
    assertThat(capture.out()).endsWith(blank + blank + "✓ attribute         1.0 s\n");
    assertThat(lines(capture.out())).allMatch(line -> line.length() <= 59);
  }

  @Test
  void ticksOffOnlyRequestsOfWhichSomeWereAnsweredAndNoneWasStopped() {
    RunScreen screen = new RunScreen(capture.pipe());
    Duration took = Duration.ofSeconds(2);

    screen.requestsFinished("attribute", new RequestTally(1, 1, 0), Sending.ENDED, took);
    screen.requestsFinished("attribute", new RequestTally(1200, 1200, 0), Sending.ENDED, took);
    screen.requestsFinished("attribute", new RequestTally(3, 0, 3), Sending.ENDED, took);
    screen.requestsFinished("attribute", new RequestTally(1, 0, 1), Sending.ENDED, took);
    screen.requestsFinished("attribute", new RequestTally(9, 4, 1), Sending.STOPPED, took);

    assertThat(capture.out())
        .isEqualTo(
            """
            ✓ attribute         2.0 s   1 request answered
            ✓ attribute         2.0 s   1,200 requests answered
            ✗ attribute         2.0 s   none of 3 requests answered
            ✗ attribute         2.0 s   the only request was not answered
            ✗ attribute         2.0 s   4 of 9 requests answered, 5 not
            """);
  }

  @Test
  void coloursOnlyWhereTheTerminalWantsIt() {
    var terminal = capture.terminal(OptionalInt.of(100), Glyphs.UNICODE, Colour.ON);
    new RunScreen(terminal).stageFinished(new StageResult("plan", 0, 0, 0, Duration.ZERO));

    assertThat(capture.out()).contains("\u001b[32m✓\u001b[0m plan");
  }

  @Test
  void forgetsAStageThatHadNothingToDo() {
    try (RunScreen screen = new RunScreen(capture.pipe())) {
      screen.stageStarted("attribute");
      screen.stageLeftOut("attribute");
    }

    assertThat(capture.out()).isEmpty();
  }

  @Test
  void showsNoFiguresOfCostsWhereThereIsNoCost() {
    new RunScreen(capture.pipe())
        .finished(Summaries.of(List.of(total("ihc", "Email", "0.0000", "15", "4000.25"))));

    assertThat(capture.out())
        .contains(
            """
            channel  credit   revenue   share
            ───────  ──────  ────────  ──────
            Email     15.00  4,000.25  100.0%
            """)
        .doesNotContain("cost", "cpo", "roas");
  }

  private static List<String> lines(String text) {
    return List.of(text.split("[\r\n]"));
  }

  private static ChannelTotals total(
      String model, String channel, String cost, String credit, String revenue) {
    return new ChannelTotals(
        model, channel, new BigDecimal(cost), new BigDecimal(credit), new BigDecimal(revenue));
  }
}
