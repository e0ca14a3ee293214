package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.error.UserException;
import io.tributary.identity.Explained;
import io.tributary.json.Json;
import io.tributary.local.cli.engine.Engines;
import io.tributary.local.cli.screen.ExplanationScreen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of a user id that was typed wrong once, explained from a run's warehouse. */
class ExplainTest {
  private static final String EVENTS =
      """
      {"id":"e1","type":"t","event_time":"2023-01-01 09:00:00","payload":{"user":"ada","mail":"ada@example.com"}}
      {"id":"e2","type":"t","event_time":"2023-01-01 09:10:00","payload":{"user":"adda","cookie":"tablet"}}
      {"id":"e3","type":"t","event_time":"2023-01-01 09:11:00","payload":{"user":"ada","cookie":"tablet"}}
      {"id":"e4","type":"t","event_time":"2023-01-01 18:00:00","payload":{"user":"ben","mail":"test@example.com"}}
      """;

  @TempDir static Path project;

  private final ScreenCapture capture = new ScreenCapture();

  @BeforeAll
  static void run() throws IOException {
    write(
        "tributary.yaml",
        """
        project: shop
        sources:
          crm: {kind: customer_events}
          conversions: {kind: conversions}
          sessions: {kind: session_sources}
        identity:
          identifiers:
            - {name: user_id, priority: 1, limit: 1, from: {crm: payload.user}}
            - {name: email, priority: 2, block: ['regex:^test@'], from: {crm: payload.mail}}
            - {name: anonymous_id, priority: 3, from: {crm: payload.cookie}}
        attribution: {models: [linear]}
        """);
    write("data/raw.customer_events.ndjson", EVENTS);
    write(
        "data/raw.conversions.csv", "conversion_id,user_id,timestamp,revenue\nc,x,2023-01-02,1\n");
    write(
        "data/raw.session_sources.csv",
        "session_id,user_id,timestamp,channel_name,holder_engagement,closer_engagement,"
            + "impression_interaction\ns,x,2023-01-01,Email,0,0,0\n");
    Terminal terminal = new ScreenCapture().pipe();
    ExitCode end =
        new CommandShell(terminal, Main.commands(terminal)).run("run", project.toString());
    assertThat(end).isEqualTo(ExitCode.DONE);
  }

  @Test
  void showsTheShortestChainOfOneProfile() {
    assertThat(shown("email:ada@example.com", "user_id:ada"))
        .startsWith("email:ada@example.com and user_id:ada are one profile, by one link.")
        .contains("  email:ada@example.com\n    │ 2023-01-01 09:00:00  crm  e1\n  user_id:ada\n");
  }

  @Test
  void showsWhichGuardRailKeepsTwoApart() {
    assertThat(shown("email:ada@example.com", "anonymous_id:tablet"))
        .contains("are two profiles, which a guard rail keeps apart.")
        .contains("╳ 2023-01-01 09:11:00  crm  e3")
        .contains("anonymous_id:tablet was left out: limit user_id 1");
  }

  @Test
  void saysThatNothingConnectsTwo() {
    assertThat(shown("user_id:ben", "user_id:ada"))
        .contains("are two profiles: no chain of events connects them.");
  }

  @Test
  void isOneObjectAsJson() {
    new ExplanationScreen(capture.pipe())
        .printJson(Engines.explain(project, "email:ada@example.com", "anonymous_id:tablet"));

    JsonNode read = Json.read(capture.out().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    assertThat(read.path("verdict").asText()).isEqualTo("kept_apart");
    assertThat(read.path("chain").get(1).path("event").path("id").asText()).isEqualTo("e3");
    assertThat(read.path("chain").get(1).path("left_out").get(0).path("reason").asText())
        .isEqualTo("limit user_id 1");
  }

  @Test
  void listsTheCorrectionsThatMatter() throws IOException {
    write(
        "identity/corrections.yaml",
        """
        same:
          - [user_id:ada, user_id:adda]
        different:
          - [user_id:ada, user_id:stranger]
        """);
    Explained explained = Engines.explain(project, "user_id:ada", "user_id:adda");
    Files.delete(project.resolve("identity/corrections.yaml"));

    new ExplanationScreen(capture.pipe()).print(explained);

    assertThat(explained.verdict()).isEqualTo(Explained.Verdict.ONE_PROFILE);
    assertThat(capture.out())
        .contains("the same person, by identity/corrections.yaml, line 2")
        .contains("line 2: user_id:ada and user_id:adda are the same person")
        .contains("changed since the live run")
        .doesNotContain("line 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          user_id:adam       | No event of the live run carries user_id:adam; the nearest is user_id:ada.
          user_id:tablet     | No event of the live run carries user_id:tablet; did you mean anonymous_id:tablet?
          mail:ada           | The project has no identifier of type 'mail'; did you mean email?
          ada                | 'ada' is no identifier; write its type and value, such as user_id:…
          email:test@example.com | email:test@example.com is blocked, so it takes part in no profile; identity_quarantine says which event brought it.
          """)
  void saysWhatIsWrongWithAnUnknownIdentifier(String written, String sentence) {
    assertThatThrownBy(() -> Engines.explain(project, written, "user_id:ada"))
        .isInstanceOf(UserException.class)
        .hasMessage(sentence);
  }

  private String shown(String one, String other) {
    new ExplanationScreen(capture.pipe()).print(Engines.explain(project, one, other));
    return capture.out();
  }

  private static void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
