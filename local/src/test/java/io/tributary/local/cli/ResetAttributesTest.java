package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.command.ResetCommand;
import io.tributary.local.cli.engine.OperatorEngines;
import io.tributary.local.cloud.CloudSettings;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator starts attributes and context over, as one story: each test goes on where the one
 * before it ended, with what is live calculated and nothing due.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResetAttributesTest {
  private static final String PROJECT =
      """
      project: shop
      sources: {crm: {kind: customer_events}}
      identity:
        identifiers: [{name: user_id, priority: 1, from: {crm: payload.user}}]
      context:
        - {key: people, query: select count(*) from profiles}
      attributes:
        - {id: colour, type: last, value: payload.colour}
        - {id: share, type: custom, query: "select profile_id, context('people') as value from base group by profile_id"}
      """;
  private static final String VALUES =
      "select attribute_id, value from profile_attributes order by 1, 2";
  private static final List<String> ALL_VALUES =
      List.of("colour,blue", "colour,red", "share,2", "share,2");
  private static final String NEXT_RUN = "The next run calculates it from scratch";

  @TempDir static Path folder;
  private TypedCommands project;
  private List<String> identities;

  @BeforeAll
  void start() {
    project =
        new TypedCommands(folder)
            .write("tributary.yaml", PROJECT)
            .write(
                "data/raw.customer_events.ndjson",
                event(1, "ada", "red") + event(2, "ben", "blue"));
    calculates(2, 2, 1);
    identities = identities();
    calculates(0, 0, 0);
  }

  @Test
  @Order(1)
  void keepsTheValuesOfTheContextUntilTheNextRun() {
    assertThat(reset("--context", "--keep-values")).contains(NEXT_RUN);
    assertThat(context()).containsExactly("people,2");

    calculates(0, 0, 1);
  }

  @Test
  @Order(2)
  void dropsTheContextAndLeavesTheAttributes() {
    assertThat(reset("--context", "--yes")).contains(NEXT_RUN);
    assertThat(context()).isEmpty();
    assertThat(project.rows(VALUES)).isEqualTo(ALL_VALUES);

    calculates(0, 0, 1);
    assertThat(context()).containsExactly("people,2");
  }

  @Test
  @Order(3)
  void keepsTheValuesOfAttributesUntilTheNextRun() {
    assertThat(reset("--attributes", "--keep-values")).contains(NEXT_RUN);
    assertThat(project.rows(VALUES)).isEqualTo(ALL_VALUES);

    calculates(2, 0, 0);
  }

  @Test
  @Order(4)
  void dropsAttributesOnlyWhenThatIsAgreedTo() {
    assertThat(reset("--attributes")).contains("there is nobody at a terminal to ask");
    assertThat(resetAnswering("n\n"))
        .contains("This drops ", " rows of profile_attributes, ", "Nothing was changed.")
        .doesNotContain("rows of context_values", "rows of identity_map");
    assertThat(project.rows(VALUES)).isEqualTo(ALL_VALUES);

    assertThat(resetAnswering("yes\n")).contains(NEXT_RUN);
    assertThat(project.rows(VALUES)).isEmpty();
    assertThat(wide()).isEmpty();
    assertThat(context()).containsExactly("people,2");
    assertThat(identities()).isEqualTo(identities);

    calculates(2, 2, 0);
    assertThat(wide()).containsExactly("blue,2", "red,2");
  }

  @Test
  @Order(5)
  void startsAllOver() {
    assertThat(reset("--all", "--keep-values")).contains(NEXT_RUN);
    assertThat(identities()).isEqualTo(identities);
    calculates(2, 0, 1);
    assertThat(identities()).as("the same ids").isEqualTo(identities);

    assertThat(reset("--all", "--yes")).contains(NEXT_RUN);
    assertThat(identities()).isEmpty();
    assertThat(project.rows(VALUES)).isEmpty();
    assertThat(context()).isEmpty();
    calculates(2, 2, 1);
    assertThat(identities()).as("the same ids").isEqualTo(identities);
  }

  @Test
  @Order(6)
  void refusesWhatTheProjectDoesNotHave() {
    project.write("tributary.yaml", PROJECT.substring(0, PROJECT.indexOf("context:")));

    assertThat(reset("--context", "--yes"))
        .contains("This project has no context, so there is nothing to reset.");
    assertThat(reset("--attributes", "--yes"))
        .contains("This project has no attributes, so there is nothing to reset.");
    assertThat(reset("--all", "--keep-values")).contains(NEXT_RUN);
  }

  /** Runs, and looks at what the run says it calculated. */
  private void calculates(int attributes, int profiles, int contextKeys) {
    assertThat(project.run("run")).as(project.shown()).isEqualTo(ExitCode.DONE);
    assertThat(
            project.rows(
                "select note from run_ledger where stage in ('context', 'attributes')"
                    + " and run_id = (select max(run_id) from run_ledger) order by stage"))
        .containsExactly(
            "\"2 attributes of 2 profiles: %d are new or changed and 0 gone, %d profiles were due.\""
                .formatted(attributes, profiles),
            "1 values of the context: %d were calculated.".formatted(contextKeys));
    assertThat(project.rows(VALUES)).isEqualTo(ALL_VALUES);
  }

  private String reset(String... options) {
    String[] words = new String[options.length + 1];
    words[0] = "reset";
    System.arraycopy(options, 0, words, 1, options.length);
    project.run(words);
    return project.shown();
  }

  private String resetAnswering(String line) {
    Terminal terminal = project.clean();
    var answers = new Answers(Optional.of(new BufferedReader(new StringReader(line))));
    var engines = new OperatorEngines(CloudSettings.usual());
    var command = new ResetCommand(terminal, answers, Clock.systemUTC(), engines::reset);
    new CommandShell(terminal, List.of(command)).run("reset", folder.toString(), "--attributes");
    return project.shown();
  }

  private List<String> identities() {
    return project.rows("select identifier, profile_id from identity_map order by 1");
  }

  private List<String> context() {
    return project.rows("select context_key, value from context_values order by 1");
  }

  private List<String> wide() {
    return project.rows("select colour, share from profile_attributes_wide order by 1");
  }

  private static String event(int number, String user, String colour) {
    return ("{\"id\":\"e%d\",\"type\":\"t\",\"event_time\":\"2023-01-01 %02d:00:00\","
            + "\"payload\":{\"user\":\"%s\",\"colour\":\"%s\"}}\n")
        .formatted(number, number, user, colour);
  }
}
