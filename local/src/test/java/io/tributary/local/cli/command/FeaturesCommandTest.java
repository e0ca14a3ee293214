package io.tributary.local.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.features.FeatureSummary;
import io.tributary.local.cli.CommandShell;
import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.screen.FeatureScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tributary features}. */
class FeaturesCommandTest {
  private static final List<FeatureSummary> FEATURES =
      List.of(
          new FeatureSummary(
              "total_amt_spent",
              "numeric",
              "sum of total from order_completed",
              "Sum of all totals.",
              0.125,
              "0 | 1 | 2 | 3 | 4.5"),
          new FeatureSummary("gender", "string", "last of gender", "", 1, ""));

  private final ScreenCapture capture = new ScreenCapture();

  @TempDir Path project;

  @BeforeEach
  void writeProject() throws IOException {
    Files.createFile(project.resolve("tributary.yaml"));
    Files.createDirectory(project.resolve(".tributary"));
  }

  @Test
  void listsALineForEachFeature() {
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains("total_amt_spent", "numeric", "12.5%", "0 | 1 | 2 | 3 | 4.5", "sum of total")
        .contains("gender", "100.0%");
  }

  @Test
  void cutsWhatDoesNotFitTheScreen() {
    var long1 =
        new FeatureSummary(
            "a_feature_of_which_the_name_is_long",
            "array",
            "list of product from order_lines of at most max_list_size",
            "",
            0,
            "24 lists, most often [\"one\",\"two\",\"three\"] (4.2%)");

    new FeatureScreen(capture.screen(80)).print(List.of(long1));
    new FeatureScreen(capture.screen(120)).print(List.of(long1));

    assertThat(capture.out().lines())
        .allMatch(line -> line.length() <= 120)
        .containsExactly(
            "feature                              type   null  distribution",
            "───────────────────────────────────  ─────  ────  ──────────────────────────────",
            "a_feature_of_which_the_name_is_long  array  0.0%  24 lists, most often [\"one\",\"…",
            "feature                              type   null  distribution                                  definition",
            "───────────────────────────────────  ─────  ────  ────────────────────────────────────────────  ────────────────────────",
            "a_feature_of_which_the_name_is_long  array  0.0%  24 lists, most often [\"one\",\"two\",\"three\"] …  list of product from or…");
    assertThat(capture.err()).contains("--format markdown");
  }

  @Test
  void writesATableOfMarkdown() {
    assertThat(run("--format", "markdown")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .isEqualTo(
            """
            | feature | type | description | null | distribution | definition |
            |---|---|---|---|---|---|
            | `total_amt_spent` | numeric | Sum of all totals. | 12.5% | 0 \\| 1 \\| 2 \\| 3 \\| 4.5 | `sum of total from order_completed` |
            | `gender` | string |  | 100.0% |  | `last of gender` |
            """);
  }

  private ExitCode run(String... options) {
    var terminal = capture.pipe();
    var command =
        new FeaturesCommand(
            terminal,
            folder -> {
              assertThat(folder).isEqualTo(project);
              return FEATURES;
            });
    String[] all = new String[options.length + 2];
    all[0] = "features";
    all[1] = project.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return new CommandShell(terminal, List.of(command)).run(all);
  }
}
