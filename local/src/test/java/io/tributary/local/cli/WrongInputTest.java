package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands say where the input is wrong: words, project file, data or folder. */
class WrongInputTest {
  @TempDir Path folder;

  private TypedCommands commands;

  @BeforeEach
  void writeProject() throws IOException {
    commands = TypedCommands.overSmallProject(folder);
  }

  @Test
  void saysOnceThatThereIsNoRawFileAtAll() throws IOException {
    Files.delete(folder.resolve("data/raw.conversions.csv"));
    Files.delete(folder.resolve("data/raw.session_sources.csv"));

    assertThat(commands.run("run")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(commands.capture().err())
        .isEqualTo(
            "error: %s: There is no raw file here; put the tables here as CSV, NDJSON, JSON or Parquet, such as raw.conversions.csv.\n"
                .formatted(folder.resolve("data")));
  }

  @Test
  void refusesAWrongWindowOrStageBeforeAnythingStarts() {
    assertRefused(
        "error: The window is reversed: it begins at 2023-02-01T00:00:00Z (--from 2023-02-01) and"
            + " ends at 2023-01-02T00:00:00Z (--to 2023-01-01); begin earlier or end later.\n",
        "run",
        "--from",
        "2023-02-01",
        "--to",
        "2023-01-01");
    assertRefused(
        "error: There is no stage 'foo' to run with --only; choose among extract, journeys,"
            + " attribute, credit, report.\n",
        "run",
        "--only",
        "foo");
    assertThat(folder.resolve(".tributary/warehouse.duckdb")).doesNotExist();
  }

  @Test
  void saysWhatIsInTheWayOfItsOwnFolder() throws IOException {
    commands.write(".tributary", "");

    assertThat(commands.run("run")).isEqualTo(ExitCode.FAILED);
    assertThat(commands.capture().err())
        .isEqualTo(
            "error: %s/.tributary is in the way; move it away and run it again.\n"
                .formatted(folder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTF-16|data/raw.conversions.csv: The file is written in UTF-16: save it as UTF-8.",
        "UTF-16LE|data/raw.conversions.csv: The file is written in UTF-16: save it as UTF-8."
      })
  void saysInWhichEncodingAFileIs(String charset, String sentence) throws IOException {
    Files.write(
        folder.resolve("data/raw.conversions.csv"), TypedCommands.CONVERSIONS.getBytes(charset));

    assertRefused(sentence + "\n1 problem.\n", "validate");
    assertRefused("error: " + sentence + "\n", "run");
  }

  @Test
  void saysWhichLineOfAFileIsNotUtf8() throws IOException {
    Files.write(
        folder.resolve("data/raw.session_sources.csv"),
        TypedCommands.SESSIONS.replace("Email", "Mäil").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(commands.run("run")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(commands.capture().err())
        .isEqualTo(
            "error: data/raw.session_sources.csv:2: The file is not UTF-8 but seems to be Latin-1:"
                + " save it as UTF-8.\n");
    assertThat(commands.capture().out()).isEqualTo("✗ load did not end\n");
  }

  @Test
  void saysWhatIsWrongWithThePresentFilesAndWhatIsMissing() throws IOException {
    commands.write("data/raw.conversions.csv", "");
    Files.move(
        folder.resolve("data/raw.session_sources.csv"), folder.resolve("data/raw.visits.csv.gz"));

    assertRefused(
        """
        tributary.yaml:4: The source `sessions` reads the table `raw.session_sources`, which does \
        not exist; add it or name another with `table:`, there are `raw.conversions`, `raw.visits`.
        data/raw.conversions.csv: The file is empty: give it a header line, or take it away.
        data/raw.visits.csv.gz: The file is no gzip file: pack it with gzip, or take .gz off its \
        name.
        3 problems.
        """,
        "validate");
  }

  @Test
  void saysWhatIsWrongWithTheDataEvenWhereTheProjectFileHasProblems() throws IOException {
    commands.write("tributary.yaml", "tmezone: UTC\n" + TypedCommands.PROJECT);
    commands.write(
        "data/raw.conversions.csv", TypedCommands.CONVERSIONS.replace("user_id", "customer"));

    assertRefused(
        """
        tributary.yaml:1: `tmezone` is not a key here; did you mean `timezone`?
        tributary.yaml:4: The table `raw.conversions` of source `conversions` has no column for \
        `user_id` (tried user_id, properties_user_id, traits_user_id, context_traits_user_id, \
        context_user_id); name it under `columns:`, the table has `conversion_id`, `customer`, \
        `timestamp`, `revenue`.
        2 problems.
        """,
        "validate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'sources:\n\tconversions: {}'|tributary.yaml:2: The line is indented with a tab, which YAML"
            + " does not allow; use spaces.",
        "'project: a\n'|tributary.yaml:2: `project` is given twice, first in line 1; keep"
            + " one.",
        "'tmezone: UTC\n'|tributary.yaml:1: `tmezone` is not a key here; did you mean `timezone`?",
        "''|tributary.yaml: The file is empty; write at least `project` and `sources` into it."
      })
  void saysWhatIsWrongWithAProjectFile(String yaml, String sentence) throws IOException {
    boolean isBeginning = yaml.contains(":") && !yaml.contains("\t");
    commands.write("tributary.yaml", isBeginning ? yaml + TypedCommands.PROJECT : yaml);

    assertRefused(sentence + "\n1 problem.\n", "validate");
    assertRefused("error: " + sentence + "\n", "run");
  }

  @Test
  void triesAnExpressionInSqlBeforeAnythingRuns() throws IOException {
    commands.write(
        "tributary.yaml",
        TypedCommands.PROJECT
            + """
            identity:
              identifiers:
                - name: user_id
                  priority: 1
                  from:
                    conversions: {sql: "lower(userid)"}
                    sessions: {sql: "user_id + 1.5::date"}
            """);

    assertThat(commands.run("validate")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(commands.capture().err())
        .contains(
            "tributary.yaml:10: The SQL `lower(userid)` of source `conversions` fails already on an"
                + " empty table: Referenced column \"userid\" not found")
        .contains("tributary.yaml:11: The SQL `user_id + 1.5::date` of source `sessions` fails");
  }

  @Test
  void readsNothingBeforeTheFirstRun() {
    assertRefused(
        "error: %s has not been run yet; ./tributary run %s does that.\n".formatted(folder, folder),
        "query",
        "select 1");
  }

  private void assertRefused(String printed, String... arguments) {
    assertThat(commands.run(arguments)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(commands.capture().err()).isEqualTo(printed);
    assertThat(commands.capture().out()).isEmpty();
  }
}
