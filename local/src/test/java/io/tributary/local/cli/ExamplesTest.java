package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every project under {@code examples/} runs as it is. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  @TempDir Path folder;

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> found = Files.list(EXAMPLES)) {
      return found.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runs(Path example) throws IOException {
    Path copy = copy(example);

    String said = run("run", copy.toString());
    String totals =
        run(
            "query",
            copy.toString(),
            "select min(credit) = max(credit) as same, min(credit) > 0 as some from"
                + " (select sum(credit)::float8 as credit from channel_reporting group by model)",
            "--format",
            "csv");

    assertThat(said).contains("Channel report of run 1").doesNotContain("warning");
    assertThat(totals.lines()).containsExactly("same,some", "true,true");
  }

  /** The features that the example's page shows are those that come. */
  @Test
  void featuresAreThoseOfTheirPage() throws IOException {
    Path copy = copy(EXAMPLES.resolve("features"));
    String page = Files.readString(copy.resolve("README.md"));
    String sql = between(page, "query examples/features \"", "\"\n");
    String shown = between(page, "```text\n", "```");

    run("run", copy.toString());

    assertThat(run("query", copy.toString(), sql)).isEqualTo(shown);
    assertThat(run("features", copy.toString()))
        .contains("guide_views_in_past_7_days", "revenue_per_session", "total_amt_spent");
  }

  private static String between(String text, String before, String after) {
    int begin = text.indexOf(before) + before.length();
    return text.substring(begin, text.indexOf(after, begin));
  }

  private static String run(String... arguments) {
    var screen = new ScreenCapture();
    ExitCode end = new CommandShell(screen.pipe(), Main.commands(screen.pipe())).run(arguments);
    assertThat(end).as(screen.err()).isEqualTo(ExitCode.DONE);
    return screen.out();
  }

  private Path copy(Path example) throws IOException {
    Path copy = folder.resolve(example.getFileName());
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(path -> !path.toString().contains(".tributary")).toList()) {
        Files.copy(file, copy.resolve(example.relativize(file).toString()));
      }
    }
    return copy;
  }
}
