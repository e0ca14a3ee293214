package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.LiveRuns;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back to a run of other attributes, and forth again. */
class AttributesRollbackTest {
  private static final String WIDE = "select * from tributary.profile_attributes_wide order by 1";

  @TempDir Path folder;

  @Test
  void showsTheValuesAndColumnsOfTheRunThatIsLive() {
    var people =
        new AttributedPeople(folder)
            .events(1, event(1, "ada", "'n':9,'plan':'pro'"))
            .project(
                """
                attributes:
                  - {id: n, type: last, value: payload.n}
                  - {id: plan, type: last, value: payload.plan}
                """);
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      LiveRuns runs = cloud.cloud().pipeline().liveRuns();
      List<List<String>> first = seen(cloud);
      assertThat(first)
          .containsExactly(
              List.of("n", "ada", "9"), List.of("plan", "ada", "pro"), List.of("9", "pro"));

      people
          .events(2, event(2, "ada", "'n':10") + event(3, "ben", "'n':1"))
          .project(
              """
              attributes:
                - {id: n, type: sum, value: payload.n}
                - {id: plans, type: list, value: payload.plan}
              """);
      cloud.succeed();
      List<List<String>> second = seen(cloud);
      assertThat(second)
          .containsExactly(
              List.of("n", "ada", "19"),
              List.of("n", "ben", "1"),
              List.of("plans", "ada", "pro"),
              Arrays.asList("1.0", null),
              List.of("19.0", "[\"pro\"]"));

      runs.rollback("tributary", Optional.empty());
      assertThat(seen(cloud)).isEqualTo(first);
      runs.publish("tributary", Optional.of(2L));
      assertThat(seen(cloud)).isEqualTo(second);

      runs.rollback("tributary", Optional.empty());
      cloud.succeed(dryRun());
      assertThat(seen(cloud)).as("a rehearsal shows nothing").isEqualTo(first);
      runs.publish("tributary", Optional.empty());
      assertThat(seen(cloud)).as("calculated anew from run 1").isEqualTo(second);
    }
  }

  @Test
  void showsTheRowsOfTheLiveRunWhereTheColumnsStay() {
    var people =
        new AttributedPeople(folder)
            .events(1, event(1, "ada", "'n':9") + event(1, "cleo", "'n':5").replace("e1", "e0"))
            .project("attributes: [{id: n, type: last, value: payload.n}]\n");
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      people.events(2, event(2, "ada", "'n':10"));
      cloud.succeed();
      assertThat(numbers(cloud)).containsExactly("10", "5");

      cloud.cloud().pipeline().liveRuns().rollback("tributary", Optional.empty());
      assertThat(numbers(cloud)).containsExactly("5", "9");
      cloud.succeed(dryRun());
      assertThat(numbers(cloud)).as("a rehearsal shows nothing").containsExactly("5", "9");

      people.events(2, event(3, "ben", "'n':1"));
      cloud.succeed();
      assertThat(numbers(cloud))
          .as("what the first run said of Ada")
          .containsExactly("1", "5", "9");
    }
  }

  private static List<String> numbers(TestCloud cloud) {
    return cloud.column("select n from tributary.profile_attributes_wide order by n");
  }

  /** The long table, and the wide one without its first column. */
  private static List<List<String>> seen(TestCloud cloud) {
    List<List<String>> seen = new ArrayList<>(AttributedPeople.values(cloud));
    cloud.rows(WIDE).stream()
        .map(row -> row.subList(1, row.size()))
        .sorted(Comparator.comparing(row -> row.get(0)))
        .forEach(seen::add);
    return seen;
  }

  private static String event(int number, String user, String payload) {
    return "{'id':'e%d','type':'t','event_time':'2023-01-%02d 09:00:00','payload':{'user':'%s',%s}}\n"
        .formatted(number, number, user, payload);
  }

  private static RunRequest dryRun() {
    return new RunRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, false);
  }
}
