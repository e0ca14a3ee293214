package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.command.ResetCommand;
import io.tributary.local.cli.engine.OperatorEngines;
import io.tributary.local.cloud.CloudSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types, from the words on the command line to what is printed. */
class OperatorCommandsTest {
  private static final String PROJECT =
      """
      project: shop
      sources:
        crm: {kind: customer_events}
        conversions: {kind: conversions}
        sessions: {kind: session_sources}
      attribution: {models: [linear]}
      identity:
        identifiers:
          - {name: user_id, priority: 1, from: {crm: payload.user, conversions: user_id}}
          - {name: device, priority: 2, from: {crm: payload.device, sessions: user_id}}
      """;
  private static final String MAP = "select * from identity_map order by 1, 2";

  @TempDir Path folder;
  private ScreenCapture capture = new ScreenCapture();

  @Test
  void rehearsesPublishesGoesBackAndStartsOver() throws IOException {
    write("tributary.yaml", PROJECT);
    write(
        "data/raw.conversions.csv",
        "conversion_id,user_id,timestamp,revenue\na,ada,2023-01-10 12:00:00,100\n");
    write(
        "data/raw.session_sources.csv",
        "session_id,user_id,timestamp,channel_name\ns1,phone,2023-01-10 11:00:00,Email\n");
    write("data/raw.customer_events/1.ndjson", event(1, "ada", "phone") + event(2, "ben", "pad"));
    assertSays(ExitCode.WRONG_INPUT, "has not been run yet; ./tributary run", "publish");

    assertThat(run("run", "--dry-run")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains(
            """

            Run 1, beside which nothing is live

                         live  run 1
            ───────────  ────  ─────
            profiles        0      2
            identifiers     0      4
            """)
        .contains("Channel report of run 1");
    assertSays(ExitCode.DONE, "Run 1 is live now; nothing was.", "publish");
    String first = map();

    write("data/raw.customer_events/2.ndjson", event(3, "ben", "phone"));
    assertThat(run("run", "--dry-run")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains(
            """
            Run 2 beside the live run 1

                         live  run 2
            ───────────  ────  ─────
            profiles        2      1
            identifiers     4      4

            profile ids  count
            ───────────  ─────
            merged           1
            split            0
            renamed          0

            largest profiles  identifiers  live  from profiles
            ────────────────  ───────────  ────  ─────────────
            user_id:ada                 4     2              2

            moves from   into         identifiers
            ───────────  ───────────  ───────────
            user_id:ben  user_id:ada            2
            """);
    assertThat(map()).isEqualTo(first);

    assertSays(ExitCode.DONE, "Run 2 is live now; before it was run 1.", "publish", "--run", "2");
    String second = map();
    assertSays(ExitCode.DONE, "Run 1 is live now; before it was run 2.", "rollback");
    assertThat(map()).isEqualTo(first).isNotEqualTo(second);
    assertSays(ExitCode.WRONG_INPUT, "Run 1 is live already", "rollback", "--to", "1");
    assertSays(ExitCode.WRONG_INPUT, "there is nobody at a terminal to ask", "reset", "--identity");
    assertSays(
        ExitCode.WRONG_INPUT, "This project has no attributes", "reset", "--attributes", "--yes");
    assertSays(ExitCode.DONE, "calculates it from scratch", "reset", "--identity", "--keep-values");
    assertThat(map()).isEqualTo(first);

    assertThat(resetAnswering("n\n")).isEqualTo(ExitCode.DONE);
    assertThat(capture.out())
        .contains("This drops 6 rows of identity_map, ", "Drop them? [y/N] Nothing was changed.");
    assertThat(map()).isEqualTo(first);
    assertThat(resetAnswering("yes\n")).isEqualTo(ExitCode.DONE);
    assertThat(map()).isEqualTo(first.lines().findFirst().orElseThrow() + "\n");

    assertThat(run("run")).isEqualTo(ExitCode.DONE);
    assertThat(map()).isEqualTo(second);
  }

  @Test
  void saysWhatIsWrongWithCorrectionsBesideTheProjectsOwnProblems() throws IOException {
    write("tributary.yaml", PROJECT);
    write(
        "identity/corrections.yaml",
        "same:\n  - [user_id:a, devise:b]\n  - [user_id:a, user_id:b]\n"
            + "different: [[user_id:b, user_id:a]]\n");

    assertThat(run("validate")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(capture.err().lines())
        .contains(
            "identity/corrections.yaml:2: The project has no identifier called `devise`; did you"
                + " mean `device`?",
            "identity/corrections.yaml:4: Line 4 calls two identifiers different persons that line"
                + " 3 makes the same; take one out.");

    write(
        "tributary.yaml",
        PROJECT
            .substring(0, PROJECT.indexOf("identity:"))
            .replace("  crm: {kind: customer_events}\n", ""));
    run("validate");
    assertThat(capture.err())
        .contains("identity/corrections.yaml: The project has no `identity` to correct;");
  }

  private ExitCode resetAnswering(String line) {
    capture = new ScreenCapture();
    Terminal terminal = capture.pipe();
    var answers = new Answers(Optional.of(new BufferedReader(new StringReader(line))));
    var engines = new OperatorEngines(CloudSettings.usual());
    var command = new ResetCommand(terminal, answers, Clock.systemUTC(), engines::reset);
    return new CommandShell(terminal, List.of(command))
        .run("reset", folder.toString(), "--identity");
  }

  private void assertSays(ExitCode end, String sentence, String... words) {
    assertThat(run(words)).as(String.join(" ", words) + capture.err()).isEqualTo(end);
    assertThat(capture.out() + capture.err()).contains(sentence);
  }

  private String map() {
    run("query", MAP, "--format", "csv");
    return capture.out();
  }

  /** A command and its words after the folder's name. */
  private ExitCode run(String... words) {
    capture = new ScreenCapture();
    Terminal terminal = capture.pipe();
    List<String> line = new ArrayList<>(List.of(words));
    line.add(1, folder.toString());
    return new CommandShell(terminal, Main.commands(terminal)).run(line.toArray(String[]::new));
  }

  private static String event(int number, String user, String device) {
    return ("{\"id\":\"e%d\",\"type\":\"t\",\"event_time\":\"2023-01-01 %02d:00:00\","
            + "\"payload\":{\"user\":\"%s\",\"device\":\"%s\"}}\n")
        .formatted(number, number, user, device);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
