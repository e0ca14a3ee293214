package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole commands, from the words on the command line to what is printed and the exit code. */
class CommandLineTest {
  @TempDir Path folder;

  private TypedCommands commands;

  @BeforeEach
  void writeProject() throws IOException {
    commands = TypedCommands.overSmallProject(folder);
  }

  /** A German export as a spreadsheet saves it: semicolons, a byte order mark, CRLF. */
  @Test
  void takesAFolderOfForeignFilesFromInitToAReport() throws IOException {
    Files.delete(folder.resolve("tributary.yaml"));
    Files.delete(folder.resolve("data/raw.conversions.csv"));
    Files.delete(folder.resolve("data/raw.session_sources.csv"));
    commands.write(
        "data/bestellungen.csv",
        "\uFEFFBestellnummer;Kundennummer;Bestelldatum;Umsatz\r\n"
            + "B1;K1;2023-05-01 10:00:00;49.90\r\n");
    commands.write(
        "data/besuche.csv",
        "Besuch_ID;Kundennummer;Zeitpunkt;Kanal\r\nV1;K1;2023-05-01 09:50:00;Suche\r\n");

    assertThat(commands.run("init")).isEqualTo(ExitCode.DONE);
    assertThat(commands.run("validate")).isEqualTo(ExitCode.DONE);
    assertThat(commands.run("run")).isEqualTo(ExitCode.DONE);
    assertThat(commands.capture().lasting().replaceAll("[0-9.]+ s\\b", "0.1 s"))
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
    commands.run(
        "query", "select model, channel_name, credit from channel_reporting", "--format", "csv");
    assertThat(commands.capture().out().lines())
        .hasSize(8)
        .contains("model,channel_name,credit", "ihc,Suche,1.000000000");
    assertThat(commands.capture().err()).isEmpty();
  }

  @Test
  void countsALineThatIsNoRowAmongThoseThatCameIn() throws IOException {
    commands.write("data/raw.conversions.csv", TypedCommands.CONVERSIONS + "b\n");

    assertThat(commands.run("run")).isEqualTo(ExitCode.DONE);

    assertThat(commands.capture().lasting().replaceAll("[0-9.]+ s\\b", "0.1 s"))
        .startsWith(
            """
            ✓ load              0.1 s   3 rows in, 2 out, 1 rejected
            ✓ extract           0.1 s   3 rows in, 2 out, 1 rejected
            ✓ journeys          0.1 s   2 rows in, 1 out
            ✓ attribute         0.1 s   1 request answered
            ✓ credit            0.1 s   1 row in, 7 out
            """)
        .contains("  ! 1 row was refused (1 of conversions): the table rejected_rows says which");
  }

  @Test
  void saysThatAnEmptyWindowHasNothingToReport() {
    assertThat(commands.run("run", "--from", "2022-01-01", "--to", "2022-01-02"))
        .isEqualTo(ExitCode.DONE);
    assertThat(commands.capture().out())
        .contains(
            "Channel report of run 1 (2022-01-01 to 2022-01-02): there is nothing to report,"
                + " because the window holds no conversion.\n",
            "  ! There is no conversion in the window; the report is empty but for costs.\n")
        .doesNotContain("did not end", "✓ attribute");
  }

  @Test
  void runsWhatIsFedAndSaysWhatIsLeftOut() throws IOException {
    Files.delete(folder.resolve("data/raw.session_sources.csv"));
    commands.write(
        "tributary.yaml",
        """
        project: shop
        sources:
          orders: {kind: conversions}
        identity: {identifiers: [{name: user_id, priority: 1, from: {orders: {sql: "upper(user_id)"}}}]}
        """);

    assertThat(commands.run("validate")).isEqualTo(ExitCode.DONE);
    assertThat(commands.run("run")).as(commands.capture().err()).isEqualTo(ExitCode.DONE);
    assertThat(commands.capture().out())
        .contains(
            "Left out: journeys, credit and the channel report, because there is no source of kind"
                + " `session_sources` or `pages`.")
        .contains("stitch")
        .contains("select * from identity_map")
        .doesNotContain("Channel report")
        .doesNotContain("warning");
  }

  @Test
  void readsNothingBeforeTheFirstRun() {
    commands.run("features");
    assertThat(commands.capture().err())
        .isEqualTo(
            "error: %s has not been run yet; ./tributary run %s does that.\n"
                .formatted(folder, folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "init",
        "run",
        "query",
        "validate",
        "generate",
        "features",
        "explain",
        "reset",
        "publish",
        "rollback"
      })
  void helpsWithEveryCommand(String command) {
    assertThat(commands.type(command, "--help")).isEqualTo(ExitCode.DONE);
    assertThat(commands.capture().out())
        .startsWith("Usage: ./tributary " + command)
        .contains("Example");
  }
}
