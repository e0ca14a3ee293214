package io.tributary.local.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.Pipeline;
import io.tributary.extract.ExtractStage;
import io.tributary.json.Json;
import io.tributary.run.StageContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a run's staged events hold, whatever kind of source they come from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StagedEventsTest {
  private static final String LONG = "x".repeat(40_000);

  /** As many other columns as a source of events may have. */
  private static final List<String> WIDE =
      IntStream.range(0, 198)
          .mapToObj("properties_of_a_page_with_many_words_%03d"::formatted)
          .toList();

  @TempDir static Path folder;
  private TestCloud cloud;
  private List<List<String>> rejected;

  @BeforeAll
  void stage() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.tracks.csv",
                "message_id,timestamp,event,Context_IP,it's \"odd\",properties_user_id,first,second",
                "t1,2023-01-01 10:00:00,Clicked,10.0.0.1,\"say \"\"hi\"\", it's {me}  \",ada,,",
                "t2,2023-01-02 10:00:00,,,,,,",
                "t3,2023-01-03 10:00:00,Clicked,,,,%s,%s".formatted(LONG, LONG),
                "past,1969-12-31 23:59:59,Clicked,,,,,",
                "year0,0000-01-01 00:00:00,Clicked,,,,,",
                "future,9999-12-31 23:59:59,Clicked,,,,,")
            .table(
                "raw.pages.csv",
                "id,timestamp," + String.join(",", WIDE),
                "p1,2023-01-01 10:00:00," + String.join(",", WIDE))
            .conversions("c1,ada,1970-01-01 00:00:00,12.50")
            .file(
                "tributary.yaml",
                """
                project: shop
                window: {start_date: 1970-01-01, end_date: 2023-12-31}
                sources:
                  tracks: {kind: tracks}
                  pages: {kind: pages}
                  crm: {kind: customer_events}
                  orders: {kind: conversions}
                identity:
                  identifiers:
                    - {name: ip, priority: 2, from: {tracks: ip, crm: payload.ip}}
                    - name: user_id
                      priority: 1
                      from:
                        tracks: {sql: 'upper(properties_user_id)  '}
                        crm: payload.user
                """);
    cloud = TestCloud.start(shop);
    cloud.sql("create schema if not exists raw");
    cloud.sql(
        "create table raw.customer_events (id text, type text, event_time text, payload json)");
    cloud.sql(
        "insert into raw.customer_events values"
            + " ('e1', 'login', '2023-01-01', '{\"user\": \"ben\", \"ip\": \"10.0.0.1\", \"n\": [1]}'),"
            + " ('e2', 'login', '2023-01-01', '[1]'), ('e3', 'login', '2023-01-01', null),"
            + " ('e4', 'login', '2023-01-01',"
            + " ('{\"user\": \"' || repeat('u', 16777216) || '\"}')::json)");
    cloud.succeed();
    rejected =
        cloud.rows(
            "select source, json_extract_path_text(document, 'id'), reason"
                + " from tributary.rejected_rows order by 1, 2");
    stageAgain(cloud.context(1));
  }

  /** A run takes its working tables away with it. */
  private static void stageAgain(StageContext context) {
    new ExtractStage(Pipeline.SCHEMA)
        .parts()
        .forEach(
            part ->
                part.batch(context)
                    .ifPresent(batch -> context.warehouse().run("stage again", batch)));
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void haveAPayloadOfTheColumnsThatHoldSomething() {
    assertThat(events("tracks"))
        .containsExactly(
            List.of(
                "t1",
                "Clicked",
                "{\"id\":\"t1\",\"user_id\":\"ada\",\"timestamp\":\"2023-01-01 10:00:00\","
                    + "\"event\":\"Clicked\",\"context_ip\":\"10.0.0.1\","
                    + "\"it's \\\"odd\\\"\":\"say \\\"hi\\\", it's {me}\"}"),
            List.of("t2", "tracks", "{\"id\":\"t2\",\"timestamp\":\"2023-01-02 10:00:00\"}"));
    assertThat(events("orders"))
        .containsExactly(
            List.of(
                "c1",
                "conversions",
                "{\"conversion_id\":\"c1\",\"user_id\":\"ada\","
                    + "\"timestamp\":\"1970-01-01 00:00:00\",\"revenue\":\"12.50\"}"));
  }

  @Test
  void haveAPayloadOfManyColumns() {
    String payload = events("pages").get(0).get(2);

    assertThat(Json.read(payload.getBytes(UTF_8), JsonNode.class)).hasSize(200);
  }

  @Test
  void haveThePayloadThatASuperColumnHolds() {
    assertThat(events("crm"))
        .containsExactly(
            List.of("e1", "login", "{\"user\": \"ben\", \"ip\": \"10.0.0.1\", \"n\": [1]}"));
  }

  @Test
  void areRefusedByNameWhereTheyAreTooLongOrBroken() {
    assertThat(rejected)
        .containsExactly(
            List.of("crm", "e2", "the payload is no JSON object"),
            List.of("crm", "e3", "the payload is missing"),
            List.of("crm", "e4", "the payload is longer than 65535 bytes"),
            List.of("tracks", "t3", "the payload is longer than 65535 bytes"),
            List.of("tracks", "year0", "the time cannot be read: write 2023-12-31 18:30:00"));
  }

  @Test
  void leaveOutWhatAWrongClockPutBeforeTheStartOrAfterTheEnd() {
    assertThat(cloud.note("extract"))
        .contains(
            "Left out of events: 0 copies of another's id, 1 before the start, 1 at or after");
  }

  @Test
  void areIdentifiedByAnExpressionInSql() {
    assertThat(
            cloud.rows(
                "select identifier_type, identifier from tributary.identity_map order by 1, 2"))
        .containsExactly(
            List.of("ip", "10.0.0.1"), List.of("user_id", "ADA"), List.of("user_id", "ben"));
    assertThat(cloud.column("select distinct profile_id from tributary.identity_map")).hasSize(1);
  }

  private List<List<String>> events(String source) {
    return cloud.rows(
        "select event_id, type, payload from tributary_run_1.stg_events where source = '%s'"
                .formatted(source)
            + " order by event_id");
  }
}
