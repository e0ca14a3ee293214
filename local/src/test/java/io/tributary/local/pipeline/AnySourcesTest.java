package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects of few sources, of many, and of sources that no identifier is taken from. */
class AnySourcesTest {
  private static final int EVENTS = Boolean.getBoolean("tributary.long") ? 1_000_000 : 20_000;

  @TempDir Path folder;

  @Test
  void lookUpSourcesThatNoIdentifierIsTakenFrom() {
    var shop =
        new TestShop(folder)
            .file(
                "data/raw.customer_events.ndjson",
                """
                {'id':'e1','type':'t','event_time':'2023-01-01','payload':{'user':'ada','mail':'ada@x.org'}}
                {'id':'e2','type':'t','event_time':'2023-01-02','payload':{'user':'ben','mail':'ben@x.org'}}
                """)
            .table(
                "raw.conversions.csv",
                "conversion_id,user_id,timestamp,revenue,email",
                "c1,ada,2023-01-10 12:00:00,1,",
                "c2,nobody,2023-01-10 12:00:00,1,ben@x.org",
                "c3,ben,2023-01-10 12:00:00,1,ada@x.org",
                "c4,nobody,2023-01-10 12:00:00,1,",
                "c5,nobody,2023-01-10 12:00:00,1,no@x.org")
            .table(
                "raw.session_sources.csv",
                "session_id,user_id,timestamp,channel_name,traits_email",
                "s1,,2022-12-31 12:00:00,Email,",
                "s2,x,2022-12-31 12:00:00,Search,ada@x.org")
            .project(
                "  crm: {kind: customer_events}",
                "window: {start_date: 2023-01-01, end_date: 2023-12-31}",
                "attribution: {models: [linear]}",
                "identity:",
                "  identifiers:",
                "    - {name: user_id, priority: 1, from: {crm: payload.user}}",
                "    - {name: email, priority: 2, from: {crm: payload.mail}}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      String ada = ProfileId.of(new Identifier("user_id", "ada"));
      String ben = ProfileId.of(new Identifier("user_id", "ben"));
      String nobody = ProfileId.of(new Identifier("user_id", "nobody"));
      assertThat(
              cloud.rows("select conversion_id, profile_id from tributary.conversions order by 1"))
          .containsExactly(
              List.of("c1", ada),
              List.of("c2", ben),
              List.of("c3", ben),
              List.of("c4", nobody),
              List.of("c5", nobody));
      assertThat(cloud.rows("select conversion_id, session_id from tributary.journey_sessions"))
          .as("a session before the start of events counts")
          .containsExactly(List.of("c1", "s2"));
      assertThat(cloud.column("select identifier from tributary.identity_map order by 1"))
          .as("what is looked up joins nobody and is nobody")
          .containsExactly("ada", "ada@x.org", "ben", "ben@x.org");
    }
  }

  @Test
  void runWithNothingButEventsAndIdentity() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < EVENTS; n++) {
      lines.add("e%d,2023-01-01 %02d:%02d:00,ada,d%d".formatted(n, n / 60 % 24, n % 60, n % 1_000));
    }
    var shop =
        new TestShop(folder)
            .table("raw.tracks.csv", "id,timestamp,user_id,device", lines.toArray(String[]::new))
            .table("raw.channel_costs.csv", "channel_name,date,cost", "Email,2023-01-01,1")
            .file(
                "tributary.yaml",
                """
                project: shop
                sources: {tracks: {kind: tracks}, spend: {kind: channel_costs}}
                identity:
                  identifiers:
                    - {name: user_id, priority: 1, from: {tracks: user_id}}
                    - {name: device, priority: 2, from: {tracks: device}}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.rows("select count(*), count(distinct profile_id) from tributary.identity_map"))
          .containsExactly(List.of("1001", "1"));
      assertThat(cloud.column("select stage from tributary.run_ledger order by started_at, stage"))
          .contains("extract", "encode", "stitch", "publish")
          .doesNotContain("replay", "journeys", "attribute", "credit", "report");
      assertThat(cloud.note("extract"))
          .contains(
              "no source of kind `conversions` or `order_completed` and none of kind `session_sources` or `pages`.")
          .endsWith("Not read: the costs of `spend`, which need a report.");
    }
  }

  @Test
  void areRefusedWhereTheWarehouseRefusesAnExpressionInSql() {
    var shop =
        new TestShop(folder)
            .conversions("c1,ada,2023-01-10 12:00:00,1")
            .file(
                "tributary.yaml",
                """
                project: shop
                sources: {orders: {kind: conversions}}
                identity:
                  identifiers:
                    - {name: user_id, priority: 1, from: {orders: {sql: 'lower(customer)'}}}
                """);
    try (var cloud = TestCloud.start(shop)) {
      var end = cloud.run();

      assertThat(end.statusAsString()).isEqualTo("FAILED");
      assertThat(end.cause())
          .contains(
              "tributary.yaml:5: The SQL `lower(customer)` of source `orders` fails already on an"
                  + " empty table: ");
    }
  }

  @Test
  void readAsManySourcesAsAProjectMayHave() throws Exception {
    List<String> sources = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    for (int n = 1; n <= 34; n++) {
      Path file = folder.resolve("data/raw.part%02d.ndjson".formatted(n));
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          ("{'id':'e1','type':'t','event_time':'2023-01-01','payload':{'a':'%d','b':'%d'}}\n"
                  + "{'id':'e2','type':'','event_time':'2023-01-01','payload':{}}\n")
              .formatted(n, n + 1)
              .replace('\'', '"'));
      sources.add("  part%d: {kind: customer_events, table: raw.part%02d}".formatted(n, n));
      origins.add("{source: part%d, value: payload.a}".formatted(n));
    }
    List<String> more = new ArrayList<>(sources);
    more.add("attribution: {models: [linear]}");
    more.add("identity:");
    more.add("  identifiers:");
    more.add("    - {name: a, priority: 1, from: [" + String.join(", ", origins) + "]}");
    var shop =
        new TestShop(folder)
            .conversions("c1,ada,2023-01-10 12:00:00,1")
            .sessions("s1,ada,2023-01-09 12:00:00,Email,0,0,0")
            .project(more.toArray(String[]::new));
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(cloud.column("select count(*) from tributary.identity_map")).containsExactly("34");
      assertThat(cloud.column("select distinct source from tributary.rejected_rows"))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 34).mapToObj(n -> "part" + n).toList());
    }
  }
}
