package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Events that are none, each refused by name, and copies of which one counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedEventsTest {
  private static final String LONG = "x".repeat(257);

  @TempDir static Path folder;
  private TestCloud cloud;

  @BeforeAll
  void run() {
    var shop =
        new TestShop(folder)
            .file(
                "tributary.yaml",
                """
                project: shop
                window: {end_date: 2024-01-01}
                sources:
                  crm: {kind: customer_events}
                  tracks: {kind: tracks}
                  sessions: {kind: session_sources}
                identity:
                  identifiers:
                    - {name: user_id, priority: 1, from: {crm: payload.user}}
                    - name: device
                      priority: 2
                      from: {sessions: device, tracks: {sql: "repeat(user_id, 70000)"}}
                """)
            .file(
                "data/raw.customer_events.ndjson",
                String.join(
                    "\n",
                    event("", "t", "1", "s", "2023-01-01"),
                    event(LONG, "t", "1", "s", "2023-01-01"),
                    event("no type", " ", "1", "s", "2023-01-01"),
                    event("long type", LONG, "1", "s", "2023-01-01"),
                    event("long version", "t", LONG, "s", "2023-01-01"),
                    event("long source_id", "t", "1", LONG, "2023-01-01"),
                    event("no time", "t", "1", "s", " "),
                    event("bad time", "t", "1", "s", "yesterday"),
                    event("year 10000", "t", "1", "s", "10000-01-01"),
                    event("copied", "b", "1", "s", "2023-01-03"),
                    event("copied", "c", "1", "s", "2023-01-02"),
                    event("copied", "a", "1", "s", "2023-01-03"),
                    event("twice", "b", "1", "s", "2023-01-01"),
                    event("twice", "a", "1", "s", "2023-01-01")))
            .table(
                "raw.tracks.csv",
                "id,timestamp,user_id",
                "blown up,2023-01-01 10:00:00,u",
                "fits,2023-01-01 10:00:00,")
            .table(
                "raw.session_sources.csv",
                "session_id,user_id,event_date,event_time,channel_name,device",
                "wide,u,2023-01-01,10:00:00,Email," + "d".repeat(70_000));
    cloud = TestCloud.start(shop).succeed();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void areRefusedByName() {
    assertThat(
            cloud.rows(
                "select left(json_extract_path_text(document, 'id'), 14), reason"
                    + " from tributary.rejected_rows where source = 'crm' order by 2, 1"))
        .containsExactly(
            List.of(LONG.substring(0, 14), "id is longer than 256 bytes"),
            List.of("", "id is missing"),
            List.of("long source_id", "source_id is longer than 256 bytes"),
            List.of("bad time", "the time cannot be read: write 2023-12-31 18:30:00"),
            List.of("year 10000", "the time cannot be read: write 2023-12-31 18:30:00"),
            List.of("no time", "the time is missing"),
            List.of("long type", "the type is longer than 256 bytes"),
            List.of("no type", "the type is missing"),
            List.of("long version", "the version is longer than 256 bytes"));
  }

  @Test
  void areRefusedForAnIdentifierThatIsTooLong() {
    assertThat(
            cloud.rows(
                "select source, json_extract_path_text(document, 'id'), reason"
                    + " from tributary.rejected_rows where source <> 'crm'"))
        .containsExactly(
            List.of("tracks", "blown up", "an identifier by sql: is longer than 65535 bytes"));
    assertThat(cloud.note("extract"))
        .contains(
            "Conversions or sessions that nothing identifies, because an identifier of theirs is"
                + " longer than 65,535 bytes: 1.");
  }

  @Test
  void areTheEarliestOfTheirCopiesThenTheSmallest() {
    assertThat(
            cloud.rows(
                "select identifier, first_seen from tributary.identity_map order by identifier"))
        .containsExactly(
            List.of("copied-c", "2023-01-02 00:00:00"), List.of("twice-a", "2023-01-01 00:00:00"));
    assertThat(cloud.note("extract")).contains("3 copies of another's id");
  }

  private static String event(String id, String type, String version, String from, String time) {
    return "{'id':'%s','type':'%s','version':'%s','source_id':'%s','event_time':'%s','payload':{'user':'%s'}}"
        .formatted(id, type, version, from, time, id + "-" + type);
  }
}
