package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What run after run calculates: new events, changed definitions, age, a query that goes wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributesRecalculationTest {
  private static final String MOST = "{id: most, type: max, value: payload.n}";
  private static final String SHARE =
      "{id: share, type: custom, data_type: number, query: \"select profile_id,"
          + " 1.0 / context('people')::float8 as value from base group by profile_id\"}";
  private static final String PEOPLE = "select count(*) from profiles";
  private static final String FIRST =
      project(
          PEOPLE,
          MOST,
          "{id: last_color, type: last, value: payload.color}",
          "{id: gone, type: value, value: payload.color}",
          SHARE);
  private static final String[] SECOND = {
    MOST,
    "{id: last_color, type: last, value: upper(payload.color)}",
    "{id: colors, type: list, value: payload.color}",
    SHARE
  };
  private static final String EVENTS =
      """
      {'id':'e1','type':'t','event_time':'2023-01-01 09:00:00','payload':{'user':'ada','n':9,'color':'red'}}
      {'id':'e2','type':'t','event_time':'2023-01-02 09:00:00','payload':{'user':'ada','n':10,'color':'blue'}}
      {'id':'e3','type':'t','event_time':'2023-01-01 09:00:00','payload':{'user':'ben','n':3,'color':'green'}}
      {'id':'e4','type':'t','event_time':'2023-01-01 09:00:00','payload':{'user':'cleo','n':4,'color':'grey'}}
      {'id':'e5','type':'t','event_time':'2023-01-01 10:00:00','payload':{'phone':'7','n':5,'color':'pink'}}
      """;

  /** Ben has a late event, whose number is none, and the phone turns out to be Cleo's. */
  private static final String MORE =
      """
      {'id':'e6','type':'t','event_time':'2022-12-31 09:00:00','payload':{'user':'ben','n':'none','color':'white'}}
      {'id':'e7','type':'t','event_time':'2023-01-03 09:00:00','payload':{'user':'cleo','phone':'7'}}
      """;

  @TempDir static Path folder;
  private AttributedPeople people;
  private TestCloud cloud;
  private List<List<String>> first;
  private List<List<String>> second;
  private List<List<String>> third;
  private List<String> notes;
  private List<String> warnings;
  private List<String> scans;
  private List<List<String>> wide;
  private DescribeExecutionResponse failure;

  @BeforeAll
  void run() {
    people = new AttributedPeople(folder.resolve("one")).events(1, EVENTS).project(FIRST);
    cloud = TestCloud.start(people.shop()).succeed();
    scans = scansOfTheFirstRun();
    first = values();
    cloud.clock().forward(Duration.ofHours(1));
    people.events(2, MORE).project(project(PEOPLE, SECOND));
    String execution = cloud.begin(RunRequest.everything());
    assertThat(cloud.end(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    warnings = cloud.warnings(execution);
    notes = List.of(cloud.note("context"), cloud.note("attributes"));
    second = values();
    wide =
        cloud.rows(
            "select most, last_color, colors, share from tributary.profile_attributes_wide"
                + " order by last_color");
    cloud.clock().forward(Duration.ofHours(49));
    cloud.succeed();
    third = values();
    people.project(project("select events from profiles", SECOND));
    failure = cloud.run();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  private static String project(String people, String... attributes) {
    return "context:\n  - {key: people, query: "
        + people
        + "}\nattributes:\n  - "
        + String.join("\n  - ", attributes)
        + "\n";
  }

  private List<String> scansOfTheFirstRun() {
    return cloud.statements("run-1-attributes-.*").stream()
        .filter(sql -> sql.contains("stg_events"))
        .map(sql -> sql.lines().filter(line -> line.startsWith("insert")).findFirst().orElse(""))
        .toList();
  }

  /** Attribute, person, value, and the run that calculated it. */
  private List<List<String>> values() {
    return values(cloud);
  }

  private static List<List<String>> values(TestCloud cloud) {
    return cloud.rows(
        "select attributes.attribute_id, identities.identifier, attributes.value,"
            + " stored.from_run from tributary.profile_attributes as attributes"
            + " inner join tributary.identity_map as identities"
            + " on attributes.profile_id = identities.profile_id"
            + " and identities.identifier_type = 'user_id'"
            + " inner join tributary_store.profile_attributes as stored"
            + " on stored.profile_id = attributes.profile_id"
            + " and stored.attribute_id = attributes.attribute_id"
            + " and stored.value = attributes.value and stored.to_run is null"
            + " order by 1, 2, 3");
  }

  @Test
  void calculatesEverythingAtFirst() {
    assertThat(first)
        .containsExactly(
            List.of("gone", "ada", "blue", "1"),
            List.of("gone", "ben", "green", "1"),
            List.of("gone", "cleo", "grey", "1"),
            List.of("last_color", "ada", "blue", "1"),
            List.of("last_color", "ben", "green", "1"),
            List.of("last_color", "cleo", "grey", "1"),
            List.of("most", "ada", "10", "1"),
            List.of("most", "ben", "3", "1"),
            List.of("most", "cleo", "4", "1"),
            List.of("share", "ada", "0.25", "1"),
            List.of("share", "ben", "0.25", "1"),
            List.of("share", "cleo", "0.25", "1"));
  }

  /** One pass finds the profiles, one takes what all attributes need; a query has its own. */
  @Test
  void readsTheEventsOnceForAllAttributes() {
    assertThat(scans)
        .containsExactlyInAnyOrder(
            "insert into \"tributary_run_1\".int_attribute_profiles (",
            "insert into \"tributary_run_1\".int_readings_1 (",
            "insert into \"tributary_run_1\".int_attribute_values (profile, attribute_id, value)");
  }

  @Test
  void calculatesAnewWhatChangedAndNoMore() {
    assertThat(second)
        .containsExactly(
            List.of("colors", "ada", "blue", "2"),
            List.of("colors", "ada", "red", "2"),
            List.of("colors", "ben", "green", "2"),
            List.of("colors", "ben", "white", "2"),
            List.of("colors", "cleo", "grey", "2"),
            List.of("colors", "cleo", "pink", "2"),
            List.of("last_color", "ada", "BLUE", "2"),
            List.of("last_color", "ben", "GREEN", "2"),
            List.of("last_color", "cleo", "PINK", "2"),
            // One text among Ben's numbers: for Ada 9 is after 10 now.
            List.of("most", "ada", "9", "2"),
            List.of("most", "ben", "none", "2"),
            List.of("most", "cleo", "5", "2"),
            // Ada has no new events, and the context is young.
            List.of("share", "ada", "0.25", "1"),
            List.of("share", "ben", "0.25", "2"),
            List.of("share", "cleo", "0.25", "2"));
    assertThat(notes)
        .containsExactly(
            "1 values of the context: 0 were calculated.",
            "4 attributes of 3 profiles: 2 are new or changed and 1 gone, 2 profiles were due.");
  }

  @Test
  void makesTheWideTableAnewAndSaysSo() {
    assertThat(warnings)
        .containsExactly(
            "The columns of profile_attributes_wide change with this run to profile_id (text), most"
                + " (text), last_color (text), colors (text), share (number).");
    assertThat(wide)
        .containsExactly(
            List.of("9", "BLUE", "[\"blue\",\"red\"]", "0.25"),
            List.of("none", "GREEN", "[\"green\",\"white\"]", "0.25"),
            List.of("5", "PINK", "[\"grey\",\"pink\"]", "0.25"));
  }

  @Test
  void calculatesAnewWhatIsTooOld() {
    assertThat(third).allMatch(row -> row.get(3).equals("3"));
    assertThat(third.stream().filter(row -> row.get(0).equals("share")).map(row -> row.get(2)))
        .as("a third of the people each")
        .allMatch(share -> share.startsWith("0.33"));
  }

  @Test
  void givesWhatARebuildGives() {
    var other =
        new AttributedPeople(folder.resolve("other"))
            .events(1, MORE + EVENTS)
            .project(project(PEOPLE, SECOND));
    try (var rebuilt = TestCloud.start(other.shop()).succeed()) {
      assertThat(values(rebuilt).stream().map(row -> row.subList(0, 3)))
          .containsExactlyElementsOf(third.stream().map(row -> row.subList(0, 3)).toList());
    }
  }

  @Test
  void looksIntoEventsOnlyForAttributesAndKnowsThemFromThenOn() {
    var later = new AttributedPeople(folder.resolve("later")).events(1, EVENTS).project("");
    try (var other = TestCloud.start(later.shop()).succeed()) {
      assertThat(other.statements("run-1-attributes-.*")).noneMatch(sql -> sql.contains("md5"));
      later.project("attributes:\n  - " + MOST + "\n");
      other.succeed();
      assertThat(values(other)).contains(List.of("most", "ben", "3", "2")).hasSize(3);
      later.events(1, EVENTS.replace("'n':3,", "'n':6,"));
      other.succeed();
      assertThat(other.note("attributes"))
          .isEqualTo(
              "1 attributes of 4 profiles: 0 are new or changed and 0 gone, 1 profiles were due.");
      assertThat(values(other)).contains(List.of("most", "ben", "6", "3")).hasSize(3);
    }
  }

  @Test
  void refusesAContextOfTwoRowsAndLeavesWhatIsLive() {
    assertThat(failure.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(failure.cause())
        .contains(
            "The query of the context key `people` gives 3 rows; let it give one, such as with"
                + " max().");
    assertThat(cloud.rows("select distinct attribute_id from tributary.profile_attributes"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList(
                List.of("most"), List.of("last_color"), List.of("colors"), List.of("share")));
  }
}
