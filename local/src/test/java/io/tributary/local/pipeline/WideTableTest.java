package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The rows behind {@code profile_attributes_wide}: written once, by run, and never cut unsaid. */
class WideTableTest {
  private static final String PLAN = "- {id: plan, type: last, value: payload.plan}\n";
  private static final String ROWS =
      "select plan, from_run, to_run from tributary_store.%s order by from_run, plan, to_run nulls first";

  @TempDir Path folder;

  @Test
  void writesRowsOfProfilesThatAreDueAndOfAllWhereAnAttributeChanged() {
    var people =
        new AttributedPeople(folder)
            .events(1, event("e1", "ada", "'plan':'free'") + event("e2", "ben", "'plan':'free'"))
            .project("attributes:\n  " + PLAN);
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      people.events(2, event("e3", "ben", "'plan':'pro'").replace("09:00", "10:00"));
      cloud.succeed();
      String table = tables(cloud).get(0);
      assertThat(cloud.rows(ROWS.formatted(table)))
          .as("Ada's row is of the first run")
          .containsExactly(
              Arrays.asList("free", "1", null),
              List.of("free", "1", "2"),
              Arrays.asList("pro", "2", null));

      people.project("attributes:\n  " + PLAN.replace("payload.plan", "upper(payload.plan)"));
      cloud.succeed();
      assertThat(cloud.column("select plan from tributary.profile_attributes_wide order by 1"))
          .containsExactly("FREE", "PRO");
      assertThat(tables(cloud)).containsExactly(table);
    }
  }

  @Test
  void keepsATableForEachSetOfColumnsAsLongAsARunHasThem() {
    var people =
        new AttributedPeople(folder)
            .events(1, event("e1", "ada", "'plan':'free'"))
            .project("attributes:\n  " + PLAN);
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      people.project("attributes:\n  " + PLAN + "  - {id: n, type: sum, value: '1'}\n");
      cloud.succeed();
      assertThat(tables(cloud)).hasSize(2);

      for (int run = 3; run <= 8; run++) {
        cloud.succeed();
      }
      assertThat(tables(cloud)).as("five runs are kept").hasSize(1);
      assertThat(cloud.rows("select plan, n from tributary.profile_attributes_wide"))
          .containsExactly(List.of("free", "1.0"));
    }
  }

  @Test
  void saysWhichListsAreLongerThanAColumn() {
    String longer =
        IntStream.range(0, 7)
            .mapToObj(n -> event("l" + n, "ada", "'tag':'" + n + "x".repeat(9_990) + "'"))
            .collect(Collectors.joining());
    var people =
        new AttributedPeople(folder)
            .events(1, longer + event("e1", "ben", "'tag':'short'"))
            .project(
                "attributes:\n"
                    + "  - {id: tags, type: list, value: payload.tag}\n"
                    + "  - {id: longest, type: custom, query: \"select profile_id, repeat('y',"
                    + " 61000) as value from base group by profile_id\"}\n"
                    + "  - {id: blank, type: custom, query: \"select profile_id, '  ' as value"
                    + " from base group by profile_id\"}\n");
    try (var cloud = TestCloud.start(people.shop())) {
      String execution = cloud.begin(RunRequest.everything());
      assertThat(cloud.end(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);

      assertThat(cloud.warnings(execution))
          .contains(
              "The list of tags is longer than 60 kB for 1 profiles: there profile_attributes_wide"
                  + " has only its first values, profile_attributes has all.");
      assertThat(cloud.note("attributes"))
          .endsWith("Lists longer than the wide table's 60 kB, by profiles: 1 of tags.");
      assertThat(
              cloud.rows(
                  "select json_array_length(tags), length(longest)"
                      + " from tributary.profile_attributes_wide order by 1"))
          .as("a single long value is no list")
          .containsExactly(List.of("1", "61000"), List.of("6", "61000"));
      assertThat(
              cloud.value(
                  "select count(*) from tributary.profile_attributes where attribute_id = 'tags'"))
          .isEqualTo("8");
      assertThat(
              cloud.rows("select * from tributary.profile_attributes where attribute_id = 'blank'"))
          .as("spaces are no value")
          .isEmpty();
      cloud.succeed();
      assertThat(cloud.note("attributes")).as("also later").endsWith(": 1 of tags.");
    }
  }

  private static List<String> tables(TestCloud cloud) {
    return cloud.column(
        "select distinct table_name from information_schema.columns"
            + " where table_schema = 'tributary_store' and table_name like '%wide%'");
  }

  private static String event(String id, String user, String payload) {
    return "{'id':'%s','type':'t','event_time':'2023-01-01 09:00:00','payload':{'user':'%s',%s}}\n"
        .formatted(id, user, payload);
  }
}
