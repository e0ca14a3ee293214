package io.tributary.local.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.table.TableLayout.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run's screen says when the run is over. */
class RunEndingsTest {
  private final ScreenCapture capture = new ScreenCapture();

  @Test
  void saysThatARunWasOnlyCalculated() {
    var ended = Summaries.of(List.of());
    for (var ending : List.of(RunSummary.Ending.CALCULATED, RunSummary.Ending.ONLY_STAGES)) {
      new RunScreen(capture.pipe())
          .finished(
              new RunSummary(
                  3,
                  ended.window(),
                  ended.took(),
                  ended.report(),
                  ended.sections(),
                  ended.places(),
                  ending));
    }

    assertThat(capture.out().lines())
        .filteredOn(line -> line.startsWith("Run 3") || line.startsWith("Channel report"))
        .containsExactly(
            "Channel report of run 3 (2023-01-01 to 2023-03-31): there is nothing to report,"
                + " because the window holds no conversion.",
            "Run 3 done in 1 min 08 s; it was not published, what was live stays.",
            "Channel report of run 3 (2023-01-01 to 2023-03-31): it was not calculated, because"
                + " --only names no stage so late.",
            "Run 3 done in 1 min 08 s; it was not published, what was live stays.");
  }

  @Test
  void breaksLongWarningsWhereTheScreenEnds() {
    for (var terminal : List.of(capture.screen(24), capture.pipe())) {
      try (var screen = new RunScreen(terminal)) {
        screen.warning("Left out: gender and country (needs averyveryverylongword).");
      }
    }

    assertThat(capture.out())
        .contains(
            """
            1 warning
              ! Left out: gender and
                country (needs
                averyveryverylongword).

            1 warning
              ! Left out: gender and country (needs averyveryverylongword).
            """);
  }

  @Test
  void showsWhatThereIsBesideTheReport() {
    var ended = Summaries.of(List.of());
    var section =
        new Section(
            "Features",
            List.of("feature", "null", "values"),
            List.of(Side.LEFT, Side.RIGHT, Side.LEFT),
            List.of(
                List.of("country", "10.0%", "4 values, most often DE"), List.of("a", "0.0%", "1")));
    for (var terminal : List.of(capture.pipe(), capture.screen(24))) {
      new RunScreen(terminal)
          .finished(
              new RunSummary(
                  3,
                  ended.window(),
                  ended.took(),
                  Optional.empty(),
                  List.of(section),
                  ended.places(),
                  ended.ending()));
    }

    assertThat(capture.out())
        .contains(
            """
            Features

            feature   null  values
            ───────  ─────  ───────────────────────
            country  10.0%  4 values, most often DE
            a         0.0%  1
            """)
        .contains(
            """
            feature   null  values
            ───────  ─────  ────────
            country  10.0%  4 value…
            a         0.0%  1
            """);
  }

  @Test
  void showsNoReportWhereTheProjectHasNone() {
    var ended = Summaries.of(List.of());
    new RunScreen(capture.pipe())
        .finished(
            new RunSummary(
                3,
                ended.window(),
                ended.took(),
                Optional.empty(),
                ended.sections(),
                ended.places(),
                ended.ending()));

    assertThat(capture.out()).doesNotContain("Channel report").contains("Run 3 done");
  }
}
