package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Events of which one thing only is another at the second run, and what stays blocked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedEventsTest {
  private static final String LONG = "k".repeat(600);

  /** The address is elsewhere in events of one type and version only; a tab is nobody. */
  private static final List<String> WITH_OTHER =
      List.of(
          "{'id':'fits','type':'t','version':'1','event_time':'2023-01-01 16:00:00','payload':{'user':'\\t','other':'ivy'}}",
          "{'id':'version','type':'t','version':'2','event_time':'2023-01-01 16:00:00','payload':{'other':'x'}}",
          "{'id':'type','type':'u','version':'1','event_time':'2023-01-01 16:00:00','payload':{'other':'y'}}");

  @TempDir static Path folder;
  private TestCloud cloud;

  @BeforeAll
  void runTwice() {
    var shop =
        new TestShop(folder)
            .file(
                "tributary.yaml",
                """
                project: shop
                sources:
                  crm: {kind: customer_events}
                  tracks: {kind: tracks}
                identity:
                  identifiers:
                    - {name: user_id, priority: 1, from: {crm: payload.user, tracks: user_id}}
                    - name: email
                      priority: 2
                      block: [nobody@example.com, noone@example.com, none@example.com]
                      from:
                        - {source: crm, types: [t], versions: ['1'], value: payload.other}
                        - {source: crm, value: payload.mail}
                """)
            .table("raw.tracks.csv", "id,timestamp,user_id", "same,2023-01-01 13:00:00,gus");
    events(
        shop,
        event("identifier", 9, "ada", ""),
        event("time", 10, "cleo", ""),
        event("border", 11, "de", "f"),
        event("end", 12, LONG + 1, ""),
        event("same", 13, "gus", ""),
        event("nobody 1", 14, "eve", "nobody@example.com"),
        event("nobody 2", 15, "flo", "nobody@example.com"),
        event("noone 1", 17, "", "noone@example.com"),
        event("noone 2", 18, "", "noone@example.com"),
        event("none", 19, "", "none@example.com"));
    cloud = TestCloud.start(shop).succeed();
    events(
        shop,
        event("identifier", 9, "bob", ""),
        event("time", 8, "cleo", ""),
        event("border", 11, "d", "ef"),
        event("end", 12, LONG + 2, ""),
        event("nobody 1", 14, "eve", "nobody@example.com"),
        event("nobody 2", 15, "flo", "nobody@example.com"),
        event("noone 2", 18, "", "noone@example.com"));
    cloud.succeed();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void areStitchedAsTheyAreNow() {
    assertThat(
            cloud.column(
                "select right(identifier, 4) || ' ' || right(first_seen::varchar, 8)"
                    + " from tributary.identity_map order by first_seen, 1"))
        .containsExactly(
            "cleo 08:00:00",
            "bob 09:00:00",
            "d 11:00:00",
            "ef 11:00:00",
            "kkk2 12:00:00",
            "gus 13:00:00",
            "eve 14:00:00",
            "flo 15:00:00",
            "ivy 16:00:00");
    assertThat(cloud.column("select count(distinct profile_id) from tributary.identity_map"))
        .as("d and ef are one")
        .containsExactly("8");
  }

  @Test
  void areCountedAndThoseThatAreGoneForgotten() {
    assertThat(cloud.note("encode"))
        .isEqualTo(
            "9 events carry identifiers: 4 are new, of which 4 came late. 7 are gone or changed.");
    assertThat(
            cloud.rows(
                "select source, run_id from tributary.identity_events where event_id = 'same'"))
        .containsExactly(List.of("tracks", "1"));
  }

  @Test
  void standForABlockedValueAsLongAsTheyAreThere() {
    assertThat(
            cloud.rows("select identifier, event_id from tributary.identity_quarantine order by 1"))
        .containsExactly(
            List.of("nobody@example.com", "nobody 1"), List.of("noone@example.com", "noone 2"));
  }

  @Test
  void keepTheRunThatStitchedThemFirst() {
    assertThat(
            cloud.column(
                "select distinct run_id from tributary.identity_events where source = 'crm'"))
        .containsExactly("1");
  }

  private static void events(TestShop shop, String... lines) {
    shop.file(
        "data/raw.customer_events.ndjson",
        String.join("\n", lines) + "\n" + String.join("\n", WITH_OTHER) + "\n");
  }

  private static String event(String id, int hour, String user, String mail) {
    return "{'id':'%s','type':'t','event_time':'2023-01-01 %02d:00:00','payload':{'user':'%s','mail':'%s'}}"
        .formatted(id, hour, user, mail);
  }
}
