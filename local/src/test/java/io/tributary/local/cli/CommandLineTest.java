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
import org.junit.jupiter.params.provider.ValueSource;

/** Whole commands, from the words on the command line to what is printed and the exit code. */
class CommandLineTest {
  private static final String PROJECT =
      """
      project: shop
      sources:
        conversions: {kind: conversions}
        sessions: {kind: session_sources}
      """;
  private static final String CONVERSIONS =
      """
      conversion_id,user_id,timestamp,revenue
      a,anna,2023-01-10 12:00:00,100.00
      """;
  private static final String SESSIONS =
      """
      session_id,user_id,timestamp,channel_name
      s1,anna,2023-01-10 11:00:00,Email
      """;

  @TempDir Path folder;

  private ScreenCapture capture = new ScreenCapture();

  @BeforeEach
  void writeProject() throws IOException {
    write("tributary.yaml", PROJECT);
    write("data/raw.conversions.csv", CONVERSIONS);
    write("data/raw.session_sources.csv", SESSIONS);
  }

  /** A German export as a spreadsheet saves it: semicolons, a byte order mark, CRLF. */
  @Test
  void takesAFolderOfForeignFilesFromInitToAReport() throws IOException {
    Files.delete(folder.resolve("tributary.yaml"));
    Files.delete(folder.resolve("data/raw.conversions.csv"));
    Files.delete(folder.resolve("data/raw.session_sources.csv"));
    write(
        "data/bestellungen.csv",
        "\uFEFFBestellnummer;Kundennummer;Bestelldatum;Umsatz\r\n"
            + "B1;K1;2023-05-01 10:00:00;49.90\r\n");
    write(
        "data/besuche.csv",
        "Besuch_ID;Kundennummer;Zeitpunkt;Kanal\r\nV1;K1;2023-05-01 09:50:00;Suche\r\n");

    assertThat(run("init")).isEqualTo(ExitCode.DONE);
    assertThat(run("validate")).isEqualTo(ExitCode.DONE);
    capture = new ScreenCapture();
    assertThat(run("run")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out().replaceAll("[0-9.]+ s\\b", "0.1 s"))
        .startsWith("✓ load              0.1 s   2 rows in, 2 out\n")
        .contains(
            """
            Channel report of run 1 (2023-05-01 to 2023-05-01), model ihc

            channel  credit  revenue   share
            ───────  ──────  ───────  ──────
            Suche      1.00    49.90  100.0%
            ───────  ──────  ───────  ──────
            total      1.00    49.90  100.0%
            """)
        .endsWith("Run 1 done in 0.1 s.\n")
        .doesNotContain("did not end", "warning");
    capture = new ScreenCapture();
    run("query", "select model, channel_name, credit from channel_reporting", "--format", "csv");
    assertThat(capture.out().lines())
        .hasSize(8)
        .contains("model,channel_name,credit", "ihc,Suche,1.000000000");
    assertThat(capture.err()).isEmpty();
  }

  @Test
  void saysOnceThatThereIsNoRawFileAtAll() throws IOException {
    Files.delete(folder.resolve("data/raw.conversions.csv"));
    Files.delete(folder.resolve("data/raw.session_sources.csv"));

    assertThat(run("run")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .isEqualTo(
            "error: %s: There is no raw file here; put the tables here as CSV, NDJSON, JSON or Parquet, such as raw.conversions.csv.\n"
                .formatted(folder.resolve("data")));
  }

  @Test
  void saysThatAnEmptyWindowHasNothingToReport() {
    assertThat(run("run", "--from", "2022-01-01", "--to", "2022-01-02")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains(
            "Channel report of run 1 (2022-01-01 to 2022-01-02): there is nothing to report,"
                + " because the window holds no conversion.\n",
            "  ! There is no conversion in the window; the report is empty but for costs.\n")
        .doesNotContain("did not end", "✓ attribute");
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
    write(".tributary", "");

    assertThat(run("run")).isEqualTo(ExitCode.FAILED);
    assertThat(capture.err())
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
    Files.write(folder.resolve("data/raw.conversions.csv"), CONVERSIONS.getBytes(charset));

    assertRefused(sentence + "\n1 problem.\n", "validate");
    assertRefused("error: " + sentence + "\n", "run");
  }

  @Test
  void saysWhichLineOfAFileIsNotUtf8() throws IOException {
    Files.write(
        folder.resolve("data/raw.session_sources.csv"),
        SESSIONS.replace("Email", "Mäil").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run("run")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
        .isEqualTo(
            "error: data/raw.session_sources.csv:2: The file is not UTF-8 but seems to be Latin-1:"
                + " save it as UTF-8.\n");
    assertThat(capture.out()).isEqualTo("✗ load did not end\n");
  }

  @Test
  void saysWhatIsWrongWithThePresentFilesAndWhatIsMissing() throws IOException {
    write("data/raw.conversions.csv", "");
    Files.move(
        folder.resolve("data/raw.session_sources.csv"), folder.resolve("data/raw.visits.csv.gz"));

    assertRefused(
        """
        data/raw.conversions.csv: The file is empty: give it a header line, or take it away.
        data/raw.visits.csv.gz: The file is no gzip file: pack it with gzip, or take .gz off its \
        name.
        tributary.yaml:4: The source `sessions` reads the table `raw.session_sources`, which does \
        not exist; add it or name another with `table:`, there are `raw.conversions`, `raw.visits`.
        3 problems.
        """,
        "validate");
  }

  @Test
  void saysWhatIsWrongWithTheDataEvenWhereTheProjectFileHasProblems() throws IOException {
    write("tributary.yaml", "tmezone: UTC\n" + PROJECT);
    write("data/raw.conversions.csv", CONVERSIONS.replace("user_id", "customer"));

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
    write("tributary.yaml", isBeginning ? yaml + PROJECT : yaml);

    assertRefused(sentence + "\n1 problem.\n", "validate");
    assertRefused("error: " + sentence + "\n", "run");
  }

  @Test
  void runsWhatIsFedAndSaysWhatIsLeftOut() throws IOException {
    Files.delete(folder.resolve("data/raw.session_sources.csv"));
    write(
        "tributary.yaml",
        """
        project: shop
        sources:
          orders: {kind: conversions}
        identity: {identifiers: [{name: user_id, priority: 1, from: {orders: {sql: "upper(user_id)"}}}]}
        """);

    assertThat(run("validate")).isEqualTo(ExitCode.DONE);
    assertThat(run("run")).as(capture.err()).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains(
            "Left out: journeys, credit and the channel report, because there is no source of kind"
                + " `session_sources` or `pages`.")
        .contains("stitch")
        .contains("select * from identity_map")
        .doesNotContain("Channel report")
        .doesNotContain("warning");
  }

  @Test
  void triesAnExpressionInSqlBeforeAnythingRuns() throws IOException {
    write(
        "tributary.yaml",
        PROJECT
            + """
            identity:
              identifiers:
                - name: user_id
                  priority: 1
                  from:
                    conversions: {sql: "lower(userid)"}
                    sessions: {sql: "user_id + 1.5::date"}
            """);

    assertThat(run("validate")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err())
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
    assertRefused(
        "error: %s has not been run yet; ./tributary run %s does that.\n".formatted(folder, folder),
        "features");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "init", "run", "query", "validate", "generate", "features"})
  void helpsWithEveryCommand(String command) {
    assertThat(shell().run(command, "--help")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out()).startsWith("Usage: ./tributary " + command).contains("Example");
  }

  private void assertRefused(String printed, String... arguments) {
    capture = new ScreenCapture();
    assertThat(run(arguments)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err()).isEqualTo(printed);
    assertThat(capture.out()).isEmpty();
  }

  /** The project folder comes after the command. */
  private ExitCode run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = arguments[0];
    all[1] = folder.toString();
    System.arraycopy(arguments, 1, all, 2, arguments.length - 1);
    return shell().run(all);
  }

  private CommandShell shell() {
    Terminal terminal = capture.pipe();
    return new CommandShell(terminal, Main.commands(terminal));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
