package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.Problem;
import io.tributary.config.ProjectCheck;
import io.tributary.config.ProjectReader;
import io.tributary.local.load.FileCatalog;
import io.tributary.warehouse.PortabilityLint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attributes of events of several kinds, of orders and of sessions, and what is wrong with them.
 */
class AttributeSourcesTest {
  private static final String PROJECT =
      """
      project: shop
      window: {end_date: 2023-12-31}
      sources:
        tracks: {kind: tracks}
        crm: {kind: customer_events}
        orders: {kind: conversions}
        visits: {kind: session_sources}
      identity:
        identifiers: [{name: user_id, priority: 1, from: {tracks: user_id, crm: payload.user, orders: user_id, visits: user_id}}]
      attributes:
      """;
  private static final List<String> TAKEN =
      List.of(
          "{id: plan, type: last, value: plan}",
          "{id: ip, type: first, value: 'coalesce(ip, payload.ip)', sources: [tracks]}",
          "{id: revenue, type: sum, value: revenue, sources: [orders]}",
          "{id: big_orders, type: sum, value: '1', filter: 'revenue > 20', sources: [orders]}",
          "{id: channel, type: most_frequent, value: channel_name, weight: holder_engagement + 1}",
          "{id: odd, type: list, value: {sql: \"source || ':' || coalesce(source_id, 'none')\"}}",
          "{id: seen, type: max, value: event_time}",
          "{id: first_seen, type: first, value: timestamp, sources: [tracks, orders]}",
          "{id: flag, type: last, value: payload.flag = 'yes', sources: [crm]}",
          "{id: tags, type: num_of_unique, value: payload.tags, outer_value: lower(value),"
              + " outer_filter: \"value <> 'it''s'\", sources: [crm]}",
          "{id: best_tag, type: least_frequent, value: payload.tags, outer_value: value,"
              + " weight: {sql: '2', type: integer}, sources: [crm]}",
          "{id: days, type: custom, query: \"with days as (select distinct profile_id,"
              + " event_time::date as day from base) select profile_id, count(*) as value"
              + " from days group by profile_id;\"}");

  @TempDir Path folder;
  private TestShop shop;

  @BeforeEach
  void data() {
    shop =
        new TestShop(folder)
            .table(
                "raw.tracks.csv",
                "id,timestamp,user_id,event,context_ip,properties_plan",
                "t1,2023-01-01 10:00:00,ada,Clicked,10.0.0.1,free",
                "t2,2023-01-02 10:00:00,ada,Clicked,,pro")
            .conversions("c1,ada,2023-02-01 10:00:00,19.90", "c2,ada,2023-02-02 10:00:00,30")
            .sessions(
                "s1,ada,2023-01-31 10:00:00,Email,1,0,0", "s2,ada,2023-01-31 11:00:00,Ads,0,0,0")
            .file(
                "data/raw.customer_events.ndjson",
                "{'id':'e1','type':'t','source_id':'web','event_time':'2023-01-01','payload':"
                    + "{'user':'ada','flag':'yes','tags':['A','a','b','it`s']}}\n");
  }

  private static String project(List<String> attributes) {
    return PROJECT + String.join("", attributes.stream().map(a -> "  - " + a + "\n").toList());
  }

  @Test
  void takesWhatEachKindOfSourceHas() {
    try (var cloud = TestCloud.start(shop.projectFile(project(TAKEN))).succeed()) {
      assertThat(
              cloud.rows(
                  "select attribute_id, value from tributary.profile_attributes order by 1, 2"))
          .containsExactly(
              List.of("best_tag", "A"),
              List.of("big_orders", "1"),
              List.of("channel", "Email"),
              List.of("days", "5"),
              List.of("first_seen", "2023-01-01 10:00:00"),
              List.of("flag", "true"),
              List.of("ip", "10.0.0.1"),
              List.of("odd", "crm:web"),
              List.of("odd", "orders:none"),
              List.of("odd", "tracks:none"),
              List.of("odd", "visits:none"),
              List.of("plan", "pro"),
              List.of("revenue", "49.9"),
              List.of("seen", "2023-02-02 10:00:00"),
              List.of("tags", "3"));
      assertThat(
              cloud.rows(
                  "select revenue, flag, seen, days, odd from tributary.profile_attributes_wide"))
          .containsExactly(
              List.of(
                  "49.9",
                  "true",
                  "2023-02-02 10:00:00",
                  "5",
                  "[\"crm:web\",\"orders:none\",\"tracks:none\",\"visits:none\"]"));
      assertThat(cloud.statements("run-1-(attributes|publish).*"))
          .hasSizeGreaterThan(20)
          .allSatisfy(statement -> assertThat(PortabilityLint.check(statement)).isEmpty());
    }
  }

  @Test
  void saysBeforeARunWhatItCouldNotRun() {
    String text =
        project(
            List.of(
                "{id: a, type: last, value: colour}",
                "{id: b, type: last, value: pln, sources: [tracks]}",
                "{id: c, type: last, value: payload.x, outer_value: valu.y}",
                "{id: d, type: last, value: {sql: no_such_column}}",
                "{id: e, type: custom, query: 'select profile_id, nothing as value from base'}",
                "{id: f, type: sum, value: plan, filter: plan + 1}",
                "{id: g, type: list, value: payload.x, outer_value: {sql: upper(vale)}}",
                "{id: h, type: most_frequent, value: payload.x, outer_value: value,"
                    + " outer_weight: {sql: length(weigt)}, outer_filter: {sql: type = 'a'}}"));
    var file = ProjectReader.read("tributary.yaml", text);
    assertThat(file.problems()).isEmpty();

    List<Problem> problems =
        ProjectCheck.bind(file, FileCatalog.of(shop.files().data(), "raw")).problems();

    assertThat(problems.stream().map(problem -> problem.line() + ": " + problem.message()))
        .satisfiesExactly(
            said -> assertThat(said).startsWith("11: The expression `colour`, character 1: "),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "12: The expression `pln`, character 1: The source `tracks` has no column"
                            + " `pln`; did you mean `plan`?"),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "13: The expression `valu.y`, character 1: An element of an array has no"
                            + " column `valu`; did you mean `value`?"),
            said ->
                assertThat(said)
                    .startsWith("14: The SQL `no_such_column` fails already on an empty table: ")
                    .contains("no_such_column"),
            said ->
                assertThat(said)
                    .startsWith(
                        "15: The query of the attribute `e` fails already on an empty table: ")
                    .contains("nothing"),
            said -> assertThat(said).startsWith("16: The expression `plan + 1`, character"),
            said ->
                assertThat(said)
                    .startsWith("17: The SQL `upper(vale)` fails already on an empty table: ")
                    .contains("vale"),
            said ->
                assertThat(said)
                    .startsWith("18: The SQL `length(weigt)` fails already on an empty table: ")
                    .contains("weigt"),
            said ->
                assertThat(said)
                    .startsWith("18: The SQL `type = 'a'` fails already on an empty table: ")
                    .contains("type"));
  }
}
