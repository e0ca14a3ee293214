package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes of a few events, run after run. */
class AttributesTest {
  @TempDir Path folder;

  private static final String EVENTS =
      """
      {'id':'e1','type':'signin','version':'1','event_time':'2023-01-01 09:00:00','payload':{'user':'ada','device':'phone','spent':10,'tags':[{'n':'red','w':1},{'n':'blue','w':5}]}}
      {'id':'e2','type':'signin','version':'2','event_time':'2023-01-01 10:00:00','payload':{'user':'ada','device':'tablet','spent':9.5}}
      {'id':'e3','type':'order','version':'1','event_time':'2023-01-01 11:00:00','payload':{'user':'ada','device':'phone','spent':'100','tags':[{'n':'red','w':1}]}}
      {'id':'e4','type':'order','version':'1','event_time':'2023-01-01 11:00:00','payload':{'user':'ben','device':'watch','spent':'much'}}
      {'id':'e5','type':'order','version':'1','event_time':'2023-01-02 11:00:00','payload':{'user':'ben','spent':'3'}}
      """;

  @Test
  void runs() {
    TestShop shop =
        new TestShop(folder)
            .conversions("c1,ada,2023-01-10 12:00:00,100.00")
            .sessions("s1,ada,2023-01-02 12:00:00,Email,1,0,0")
            .file("data/raw.customer_events/1.ndjson", EVENTS)
            .project(
                "  crm: {kind: customer_events}",
                "window: {end_date: 2023-12-31}",
                "attribution: {models: [linear]}",
                "identity:",
                "  identifiers:",
                "    - {name: user_id, priority: 10, from: {crm: payload.user, conversions: user_id}}",
                "context:",
                "  - {key: events, query: 'select count(*) as n from events'}",
                "  - {key: p90, query: 'select percentile_disc(0.9) within group (order by n) from"
                    + " (select count(*) as n from events group by profile_id) c'}",
                "attributes:",
                "  - {id: a_avg, type: avg, value: payload.spent}",
                "  - {id: a_first, type: first, value: payload.device}",
                "  - {id: a_last, type: last, value: payload.device}",
                "  - {id: a_least, type: least_frequent, value: payload.device}",
                "  - {id: a_list, type: list, value: payload.device, sources: [crm]}",
                "  - {id: a_max, type: max, value: payload.spent}",
                "  - {id: a_max_signin, type: max, value: payload.spent, types: [signin]}",
                "  - {id: a_min, type: min, value: cast(payload.spent as number)}",
                "  - {id: a_most, type: most_frequent, value: payload.device, weight: payload.spent}",
                "  - {id: a_num, type: num_of_unique, value: payload.device, filter: ''}",
                "  - {id: a_sum, type: sum, value: payload.spent, versions: ['1'], filter: 'payload.spent > 3'}",
                "  - {id: a_value, type: value, value: payload.device}",
                "  - {id: a_sql, type: value, value: {sql: \"split_part(type, 'n', 1)\"}}",
                "  - {id: a_tags, type: list, value: payload.tags, outer_value: value.n, outer_filter: value.w > 0}",
                "  - {id: a_top, type: most_frequent, value: payload.tags, outer_value: value.n, outer_weight: value.w, weight: payload.spent}",
                "  - {id: a_tag_sum, type: sum, value: payload.tags, outer_value: value.w}",
                "  - {id: a_custom, type: custom, query: \"select profile_id, count(*)::float8 / context('events')::float8 as value from base group by profile_id\"}",
                "  - {id: a_types, type: custom, query: \"select distinct profile_id, type as value from base\"}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      cloud
          .rows(
              "select attribute_id, i.identifier, value from tributary.profile_attributes a"
                  + " join tributary.identity_map i on i.profile_id = a.profile_id order by 1, 2, 3")
          .forEach(System.out::println);
      cloud.rows("select * from tributary.profile_attributes_wide").forEach(System.out::println);
      System.out.println(cloud.note("attributes") + cloud.note("context"));
      cloud.succeed();
      System.out.println(cloud.note("attributes") + cloud.note("context"));
      assertThat(List.of(1)).isNotEmpty();
    }
  }
}
