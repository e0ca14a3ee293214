package io.tributary.local.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.Problem;
import io.tributary.local.cli.CommandShell;
import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.command.InitCommand.Proposal;
import io.tributary.local.cli.table.ResultRows;
import io.tributary.run.RunPlan.Paying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final Clock CLOCK = Clock.systemUTC();

  private final ScreenCapture capture = new ScreenCapture();
  private final Terminal terminal = capture.pipe();
  private final List<RunOptions> runs = new ArrayList<>();
  private final List<GenerateOptions> generated = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  @TempDir Path project;

  @BeforeEach
  void writeProject() throws IOException {
    Files.createFile(project.resolve("tributary.yaml"));
  }

  @Test
  void runsTheProjectsOwnWindowByDefault() {
    assertThat(run("run", project.toString())).isEqualTo(ExitCode.DONE);
    assertThat(runs)
        .containsExactly(
            new RunOptions(
                project,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Paying.NEW_JOURNEYS));
  }

  @Test
  void takesEveryOptionOfARun() {
    run(
        "run",
        "--from",
        "2023-01-01",
        "--to=2023-03-31T12:00:00+02:00",
        project.toString(),
        "--as-of",
        "2023-04-01 06:30",
        "--only",
        "plan,extract",
        "--no-reuse");

    assertThat(runs)
        .containsExactly(
            new RunOptions(
                project,
                Optional.of("2023-01-01"),
                Optional.of("2023-03-31T12:00:00+02:00"),
                Optional.of("2023-04-01T06:30"),
                List.of("plan", "extract"),
                Paying.ALL_JOURNEYS));
  }

  @Test
  void paysNothingInADryRun() {
    run("run", project.toString(), "--dry-run");

    assertThat(runs).extracting(RunOptions::paying).containsExactly(Paying.NOTHING);
  }

  @Test
  void refusesADryRunThatPaysAnew() {
    assertThat(run("run", project.toString(), "--dry-run", "--no-reuse"))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .startsWith("error: --dry-run, --no-reuse are mutually exclusive (specify only one).");
    assertThat(runs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-02-30", "yesterday", "2023-01-01T25:00", "01/02/2023", ""})
  void refusesWhatIsNoDateBeforeAnythingRuns(String text) {
    assertThat(run("run", project.toString(), "--from", text)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .contains(
            "'--from'",
            "'" + text + "' is no date; write 2023-12-31, 2023-12-31T18:00, 2023-12-31T18:00:00Z");
    assertThat(runs).isEmpty();
  }

  @Test
  void refusesAFolderWithoutAProject() throws IOException {
    Path empty = Files.createDirectory(project.resolve("empty"));

    assertThat(run("run", empty.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run("query", project.resolve("gone").toString(), "select 1"))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run("validate", project.resolve("tributary.yaml").toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(capture.err().lines())
        .containsExactly(
            "error: %s has no tributary.yaml; ./tributary init %s writes one."
                .formatted(empty, empty),
            "error: There is no folder %s/gone; name a project folder, or make one with ./tributary generate %s/gone."
                .formatted(project, project),
            "error: %s/tributary.yaml is a file; name the project folder instead, the one that holds it."
                .formatted(project));
  }

  @ParameterizedTest
  @CsvSource({"table,'n\n-\n7\n'", "csv,'n\n7\n'", "JSON,'[\n{\"n\":7}\n]\n'"})
  void printsAQueryInTheFormatAskedFor(String format, String printed) {
    run("run", project.toString());

    assertThat(run("query", project.toString(), "select 7 as n", "--format", format))
        .isEqualTo(ExitCode.DONE);
    assertThat(statements).containsExactly("select 7 as n");
    assertThat(capture.out()).isEqualTo(printed);
  }

  @Test
  void namesTheFormatsWhereItDoesNotKnowOne() {
    assertThat(run("query", project.toString(), "select 1", "--format", "xml"))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .contains("'--format'", "'xml' is no format; choose table, csv or json.");
  }

  @Test
  void printsEveryProblemOfAProject() {
    assertThat(run("validate", project.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .isEqualTo("tributary.yaml:3: unknown key\ndata: no table\n2 problems.\n");
    assertThat(capture.out()).isEmpty();
  }

  @Test
  void saysThatAProjectIsValid() {
    var shell =
        new CommandShell(terminal, List.of(new ValidateCommand(terminal, folder -> List.of())));

    assertThat(shell.run("validate", project.toString())).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .isEqualTo("%s is valid; ./tributary run %s runs it.\n".formatted(project, project));
  }

  @Test
  void generatesASmallShopByDefault() {
    assertThat(run("generate", "shop")).isEqualTo(ExitCode.DONE);
    assertThat(generated).containsExactly(new GenerateOptions(Path.of("shop"), 2000, 90, 1));
    assertThat(capture.out()).isEqualTo("6,000 sessions\nNext: ./tributary run shop\n");
  }

  @Test
  void takesEveryOptionOfAShop() {
    run("generate", "shop", "--users", "1_000_000", "--days", "7", "--seed", "-5");

    assertThat(generated).containsExactly(new GenerateOptions(Path.of("shop"), 1_000_000, 7, -5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5", "999999999"})
  void refusesANumberOfUsersThatCannotBe(String users) {
    assertThat(run("generate", "shop", "--users=" + users)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err()).contains("'--users'", "'" + users + "' is not a whole number from 1");
    assertThat(generated).isEmpty();
  }

  @Test
  void saysWhatInitCouldNotGuess() {
    assertThat(run("init", project.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.out()).contains("Wrote ", "tributary.yaml, with a comment at each guess.");
    assertThat(capture.err())
        .contains("No column of raw.orders looks like revenue.", "./tributary validate");
  }

  @Test
  void runsTheDemo() {
    assertThat(run("demo")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out()).isEqualTo("a small shop\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"init", "demo", "run", "query", "validate", "generate"})
  void showsAnExampleInTheHelpOfEachCommand(String command) {
    assertThat(run(command, "--help")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains("Example", "  ./tributary " + command)
        .satisfies(help -> assertThat(help.lines()).allMatch(line -> line.length() <= 100));
  }

  private ExitCode run(String... arguments) {
    var commands =
        List.of(
            new InitCommand(terminal, this::propose),
            new DemoCommand(terminal, CLOCK, project, screen -> screen.note("a small shop")),
            new RunCommand(terminal, CLOCK, (options, screen) -> runs.add(options)),
            new QueryCommand(terminal, this::query),
            new ValidateCommand(terminal, folder -> problems()),
            new GenerateCommand(terminal, this::generate));
    return new CommandShell(terminal, commands).run(arguments);
  }

  private Proposal propose(Path folder) {
    return new Proposal(
        folder.resolve("tributary.yaml"), List.of("No column of raw.orders looks like revenue."));
  }

  private ResultRows query(Path folder, String sql) {
    statements.add(sql);
    return new ResultRows(List.of("n"), Stream.of(List.of(7)));
  }

  private static List<Problem> problems() {
    return List.of(
        new Problem("tributary.yaml", 3, "unknown key"), new Problem("data", 0, "no table"));
  }

  private List<String> generate(GenerateOptions options) {
    generated.add(options);
    return List.of("6,000 sessions");
  }
}
