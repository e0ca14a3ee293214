package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import io.tributary.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What an operator knows better than the events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest {
  private static final String EVENTS =
      """
      {'id':'e1','type':'login','event_time':'2023-01-01 09:00:00','payload':{'user':'ada','device':'landline'}}
      {'id':'e2','type':'login','event_time':'2023-01-01 10:00:00','payload':{'user':'ben','device':'landline'}}
      {'id':'e3','type':'login','event_time':'2023-01-01 11:00:00','payload':{'user':'adda','device':'tab, "let"'}}
      """;

  @TempDir static Path folder;
  private TestShop shop;
  private TestCloud cloud;
  private List<List<String>> uncorrected;

  @BeforeAll
  void runWithoutCorrections() {
    shop =
        new TestShop(folder)
            .conversions("c1,ada,2023-01-10 12:00:00,100.00")
            .sessions("s1,nobody,2023-01-02 12:00:00,Email,1,0,0")
            .file("data/raw.customer_events/1.ndjson", EVENTS.replace("\"", "\\'"))
            .project(
                "  crm: {kind: customer_events}",
                "window: {end_date: 2023-12-31}",
                "attribution: {models: [linear]}",
                "identity:",
                "  identifiers:",
                "    - {name: user_id, priority: 1, from: {crm: payload.user}}",
                "    - {name: device, priority: 2, from: {crm: payload.device}}");
    cloud = TestCloud.start(shop).succeed();
    uncorrected = profiles();
  }

  @BeforeEach
  void forget() throws IOException {
    Files.deleteIfExists(shop.files().corrections());
    cloud.succeed();
    assertThat(profiles()).as("a correction that was taken away").isEqualTo(uncorrected);
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void keepsApartWhomEventsJoin() {
    correct("different:", "  - [user_id:ada, user_id:ben]");

    String execution = cloud.begin(RunRequest.everything());
    cloud.end(execution);

    assertThat(cloud.warnings(execution))
        .containsExactly(
            "The identity quarantine grew from 0 to 1 rows: corrections from 0 to 1 (see whether"
                + " they are still right); the table identity_quarantine names them.");

    assertThat(profiles())
        .contains(
            List.of("device", "landline", id("ada")),
            List.of("user_id", "ada", id("ada")),
            List.of("user_id", "ben", id("ben")));
    assertThat(
            cloud.rows(
                "select identifier_type, identifier, reason, event_id"
                    + " from tributary.identity_quarantine"))
        .containsExactly(List.of("device", "landline", "correction", "e2"));
  }

  @Test
  void joinsWhomNoEventJoins() {
    correct("same:", "  - ['user_id:ben', 'device:tab, \"let\"  ']");

    cloud.succeed();

    assertThat(profiles()).extracting(row -> row.get(2)).containsOnly(id("ada"));
    assertThat(changes()).containsExactly(Arrays.asList("merge", id("adda"), id("ada"), null));
  }

  @Test
  void survivesTheNextRunAndComesBackApartWithoutTheFile() throws IOException {
    correct("same: [[user_id:ada, user_id:adda]]");
    cloud.succeed().succeed();
    assertThat(profiles()).extracting(row -> row.get(2)).containsOnly(id("ada"));
    assertThat(changes()).as("the second run changed nothing").isEmpty();
    assertThat(cloud.note("encode"))
        .isEqualTo("3 events carry identifiers: 0 are new, of which 0 came late.");

    Files.delete(shop.files().corrections());
    cloud.succeed();

    assertThat(profiles()).isEqualTo(uncorrected);
    assertThat(cloud.note("encode"))
        .isEqualTo(
            "3 events carry identifiers: 0 are new, of which 0 came late. All were stitched anew,"
                + " because the block identity or the corrections are not as they were.");
    assertThat(changes()).containsExactly(Arrays.asList("split", id("ada"), id("adda"), null));
    assertThat(cloud.rows("select * from tributary.identity_corrections")).isEmpty();
  }

  @Test
  void keepsWhatItWentByInATable() {
    correct("different: [[user_id:ada, user_id:ben]]", "same:", "  - [user_id:ben, user_id:adda]");

    cloud.succeed();

    assertThat(cloud.rows("select * from tributary.identity_corrections order by line"))
        .containsExactly(
            List.of("different", "user_id", "ada", "user_id", "ben", "1"),
            List.of("same", "user_id", "ben", "user_id", "adda", "3"));
  }

  @Test
  void warnsOfACorrectionThatNamesNobody() {
    correct(
        "same:",
        "  - [user_id:ada, user_id:adda]",
        "  - [user_id:ada, user_id:nobody]",
        "  - [user_id:noone, user_id:ada]");

    String execution = cloud.begin(RunRequest.everything());
    cloud.end(execution);

    assertThat(cloud.warnings(execution))
        .containsExactly(
            "2 of 3 corrections have no effect, because no event carries one of their identifiers"
                + " or it is blocked: check the spelling in identity/corrections.yaml, line 3, 4.");
    assertThat(profiles()).extracting(row -> row.get(2)).containsOnly(id("ada"));
  }

  @Test
  void refusesAContradictionBeforeAnythingRuns() {
    correct(
        "same:",
        "  - [user_id:ada, user_id:ben]",
        "  - [user_id:ben, user_id:adda]",
        "different:",
        "  - [user_id:adda, user_id:ada]");

    var end = cloud.run();

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("io.tributary.error.UserException");
    assertThat(end.cause())
        .isEqualTo(
            "identity/corrections.yaml:5: Line 5 calls two identifiers different persons that line"
                + " 3, line 2 make the same; take one out.");
    assertThat(profiles()).isEqualTo(uncorrected);
  }

  private void correct(String... lines) {
    shop.file("identity/corrections.yaml", "");
    try {
      Files.writeString(shop.files().corrections(), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<List<String>> profiles() {
    return cloud.rows(
        "select identifier_type, identifier, profile_id from tributary.identity_map"
            + " order by 1, 2");
  }

  private List<List<String>> changes() {
    return cloud.rows(
        "select kind, merged_profile_id, into_profile_id, event_id from tributary.identity_merges"
            + " where run_id = "
            + cloud.lastRun());
  }

  private static String id(String user) {
    return ProfileId.of(new Identifier("user_id", user));
  }
}
