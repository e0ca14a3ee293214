package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two runs over a few events: what they say of people, and how journeys follow it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityTest {
  private static final String EVENTS =
      """
      {'id':'e1','type':'login','version':'1','event_time':'2023-01-01 09:00:00','payload':{'user':'ada','email':'Ada@Example.com'}}
      {'id':'e2','type':'click','version':'1','event_time':'2023-01-01 10:00:00','payload':{'email':' ada@example.com ','device':'phone'}}
      {'id':'e3','type':'login','version':'1','event_time':'2023-01-01 11:00:00','payload':{'user':'ben','device':'phone'}}
      {'id':'e4','type':'login','version':'1','event_time':'2023-01-01 12:00:00','payload':{'user':'cleo','email':'test@example.com'}}
      {'id':'e4','type':'login','version':'1','event_time':'2023-01-01 12:00:00','payload':{'user':'cleo','email':'test@example.com'}}
      {'id':'e5','type':'login','version':'2','event_time':'2023-01-01 13:00:00','payload':{'user':'  ','email':null,'old_device':'tablet'}}
      {'id':'future','type':'login','event_time':'2024-01-01 00:00:00','payload':{'user':'ada','device':'watch'}}
      {'id':'broken','type':'login','event_time':'2023-01-01 00:00:00','payload':'{no'}
      {'id':'wide','type':'login','event_time':'2023-01-01 00:00:00','payload':{'user':'%s'}}
      """
          .formatted("u".repeat(70_000));
  private static final String LATE_EVENT =
      "{'id':'e0','type':'click','event_time':'2023-01-01 08:00:00','payload':{'device':'phone'}}";

  @TempDir static Path folder;
  private TestCloud cloud;
  private List<List<String>> mapOfTheFirstRun;
  private List<List<String>> journeysOfTheFirstRun;
  private String noteOfTheFirstExtract;
  private String noteOfTheFirstEncode;

  @BeforeAll
  void runTwice() {
    TestShop shop =
        new TestShop(folder)
            .conversions("c1,ada,2023-01-10 12:00:00,100.00", "c2,dan,2023-01-10 12:00:00,10.00")
            .sessions(
                "s1,phone,2023-01-02 12:00:00,Email,1,0,0",
                "s2,stranger,2023-01-02 12:00:00,Search,1,0,0")
            .file("data/raw.customer_events/1.ndjson", EVENTS)
            .project(
                "  crm: {kind: customer_events}",
                "window: {end_date: 2023-12-31}",
                "attribution: {models: [linear]}",
                "identity:",
                "  identifiers:",
                "    - name: device",
                "      priority: 30",
                "      from:",
                "        - {source: crm, versions: ['2'], types: [login], value: payload.old_device}",
                "        - {source: crm, value: payload.device}",
                "        - {source: sessions, value: user_id}",
                "    - {name: user_id, priority: 10, limit: 1,"
                    + " from: {crm: payload.user, conversions: user_id}}",
                "    - {name: email, priority: 20, block: [nobody@example.com, 'regex:^test@'],"
                    + " from: {crm: lower(trim(payload.email))}}");
    cloud = TestCloud.start(shop).succeed();
    mapOfTheFirstRun = map();
    journeysOfTheFirstRun = journeys();
    noteOfTheFirstExtract = cloud.note("extract");
    noteOfTheFirstEncode = cloud.note("encode");
    shop.file("data/raw.customer_events/2.ndjson", LATE_EVENT);
    cloud.succeed();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void joinsWhatSharesAnEventUpToTheLimits() {
    String ada = id("user_id", "ada");
    assertThat(mapOfTheFirstRun)
        .containsExactly(
            List.of("device", "phone", ada, "2023-01-01 10:00:00"),
            List.of("device", "stranger", id("device", "stranger"), "2023-01-02 12:00:00"),
            List.of("device", "tablet", id("device", "tablet"), "2023-01-01 13:00:00"),
            List.of("email", "ada@example.com", ada, "2023-01-01 09:00:00"),
            List.of("user_id", "ada", ada, "2023-01-01 09:00:00"),
            List.of("user_id", "ben", id("user_id", "ben"), "2023-01-01 11:00:00"),
            List.of("user_id", "cleo", id("user_id", "cleo"), "2023-01-01 12:00:00"),
            List.of("user_id", "dan", id("user_id", "dan"), "2023-01-10 12:00:00"));
  }

  @Test
  void saysWhatWasKeptOutAndWhy() {
    assertThat(
            cloud.rows(
                "select identifier_type, identifier, reason, limit_type, limit_value, event_id"
                    + " from tributary.identity_quarantine order by 1"))
        .containsExactly(
            List.of("device", "phone", "limit", "user_id", "1", "e3"),
            Arrays.asList("email", "test@example.com", "blocked", null, null, "e4"));
  }

  @Test
  void givesConversionsTheSessionsOfTheirProfile() {
    assertThat(journeysOfTheFirstRun)
        .containsExactly(List.of("c1", "s1", id("user_id", "ada"), "1"));
    assertThat(cloud.rows("select conversion_id, profile_id from tributary.conversions order by 1"))
        .containsExactly(List.of("c1", id("device", "phone")), List.of("c2", id("user_id", "dan")));
  }

  @Test
  void renamesAProfileOfWhichALateEventBringsAnEarlierIdentifier() {
    assertThat(
            cloud.rows(
                "select run_id, kind, merged_profile_id, into_profile_id, event_id"
                    + " from tributary.identity_merges"))
        .containsExactly(List.of("2", "rename", id("user_id", "ada"), id("device", "phone"), "e0"));
    assertThat(cloud.note("encode")).contains("1 are new, of which 1 came late");
  }

  @Test
  void countsWhatIsLeftOutAndRefusesWhatIsBroken() {
    assertThat(noteOfTheFirstExtract)
        .contains("2 refused")
        .endsWith(
            "Left out of events: 1 copies of another's id, 0 before the start, 1 at or after the end.");
    assertThat(noteOfTheFirstEncode)
        .isEqualTo("9 events carry identifiers: 9 are new, of which 0 came late.");
    assertThat(cloud.column("select distinct reason from tributary.rejected_rows order by 1"))
        .containsExactly("the payload is longer than 65535 bytes", "the payload is no JSON object");
  }

  private List<List<String>> map() {
    return cloud.rows(
        "select identifier_type, identifier, profile_id, first_seen"
            + " from tributary.identity_map order by 1, 2");
  }

  private List<List<String>> journeys() {
    return cloud.rows(
        "select conversion_id, session_id, profile_id, position"
            + " from tributary.journey_sessions order by 1, 4");
  }

  private static String id(String type, String value) {
    return ProfileId.of(new Identifier(type, value));
  }
}
