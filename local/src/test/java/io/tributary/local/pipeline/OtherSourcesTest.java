package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Identifiers of other sources than customer_events: out of columns of type SUPER, by SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherSourcesTest {
  private static final String LONG = "('{\"id\": \"' || repeat('x', 70000) || '\"}')::json";

  @TempDir static Path folder;
  private TestCloud cloud;

  @BeforeAll
  void run() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.pages.csv",
                "id,timestamp,user_id,anonymous_id",
                "p1,2023-01-01 10:00:00,ada,phone",
                "p2,2023-01-01 10:00:00,,phone")
            .conversions("c1,one,2023-01-01 10:00:00,1", "c1,other,2023-01-01 10:00:00,1")
            .projectFile(
                """
                project: shop
                sources:
                  pages: {kind: pages}
                  tracks: {kind: tracks}
                  sessions: {kind: session_sources}
                  orders: {kind: conversions}
                identity:
                  identifiers:
                    - {name: device, priority: 1, from: {tracks: device, sessions: device}}
                    - name: user_id
                      priority: 2
                      from:
                        - {source: tracks, value: user_id}
                        - {source: orders, value: user_id}
                        - {source: pages, value: {sql: "coalesce(user_id, '') || '  '"}}
                        - {source: pages, value: anonymous_id}
                """);
    cloud = TestCloud.start(shop);
    cloud.sql("create schema if not exists raw");
    cloud.sql("create table raw.tracks (id text, timestamp text, user_id text, device json)");
    cloud.sql(
        "insert into raw.tracks values ('t1', '2023-01-01', 'ada', '{\"id\": \"laptop\"}'),"
            + " ('t2', '2023-01-01', 'ben', "
            + LONG
            + ")");
    cloud.sql(
        "create table raw.session_sources (session_id text, user_id text, timestamp text,"
            + " channel_name text, device json)");
    cloud.sql(
        "insert into raw.session_sources values ('s1', 'u', '2023-01-01', 'Email', " + LONG + ")");
    cloud.succeed();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void refuseAnEventOfWhichANestedColumnIsTooLong() {
    assertThat(
            cloud.rows(
                "select json_extract_path_text(document, 'id'), reason from tributary.rejected_rows where source = 'tracks'"))
        .containsExactly(List.of("t2", "device is longer than 65535 bytes"));
  }

  @Test
  void leaveASessionAloneOfWhichANestedColumnIsTooLong() {
    assertThat(cloud.note("extract"))
        .contains(
            "Conversions or sessions that nothing identifies, because an identifier of theirs is"
                + " longer than 65,535 bytes: 1.");
  }

  @Test
  void areNoneOfConversionsThatContradictEachOther() {
    assertThat(cloud.column("select reason from tributary.rejected_rows where source = 'orders'"))
        .hasSize(2);
    assertThat(cloud.column("select identifier from tributary.identity_map"))
        .doesNotContain("one", "other");
  }

  @Test
  void bySqlEndWithoutSpacesAndLetTheNextBeTriedWhereTheyAreEmpty() {
    assertThat(
            cloud.rows(
                "select identifier_type, identifier from tributary.identity_map order by 1, 2"))
        .containsExactly(
            List.of("device", "{\"id\": \"laptop\"}"),
            List.of("user_id", "ada"),
            List.of("user_id", "phone"));
  }
}
