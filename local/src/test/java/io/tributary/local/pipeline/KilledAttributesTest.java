package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A run of attributes that is stopped anywhere, and run again. */
class KilledAttributesTest {
  /**
   * Every so many states one kill; a run of these people enters more than a hundred. Five meets
   * each state of the loops of two, three and four states in which a run waits.
   */
  private static final long STEP = Boolean.getBoolean("tributary.long") ? 5 : 70;

  private static final String ATTRIBUTES =
      """
      context:
        - {key: people, query: select count(*) from profiles}
      attributes:
        - {id: most, type: max, value: payload.n}
        - {id: spent, type: sum, value: payload.n}
        - {id: tags, type: list, value: payload.tags, outer_value: value}
        - {id: days, type: custom, data_type: integer, query: "select profile_id, count(*) as value from base group by profile_id"}
      """;

  @TempDir Path folder;

  @Test
  void givesTheSameValuesWhereverItIsKilled() {
    var people = people("killed").events(0, events(0));
    List<List<String>> killed;
    int parts = 1;
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      ExecutionStatus end = ExecutionStatus.ABORTED;
      for (long states = 2; end == ExecutionStatus.ABORTED; states += STEP) {
        people.events(parts, events(parts));
        end = killAndRunAgain(cloud, states);
        parts++;
      }
      assertThat(end).isEqualTo(ExecutionStatus.SUCCEEDED);
      killed = published(cloud);
    }
    var fresh = people("fresh");
    for (int part = 0; part < parts; part++) {
      fresh.events(part, events(part));
    }
    try (var cloud = TestCloud.start(fresh.shop()).succeed()) {
      assertThat(killed).isEqualTo(published(cloud));
    }
  }

  /** How the run that was to be killed ended: aborted, if it was not done before. */
  private static ExecutionStatus killAndRunAgain(TestCloud cloud, long states) {
    List<List<String>> before = published(cloud);
    String execution = cloud.begin(RunRequest.everything());
    cloud.stopAfter(execution, states);
    List<List<String>> left = published(cloud);
    cloud.succeed();

    assertThat(left).isIn(before, published(cloud));
    assertThat(cloud.workSchemas()).isEmpty();
    for (String table : List.of("profile_attributes", "attribute_profiles", "context_values")) {
      assertThat(
              cloud.column(
                  "select distinct from_run from tributary_store.%1$s union select to_run from tributary_store.%1$s where to_run is not null"
                      .formatted(table)))
          .as(table)
          .allMatch(cloud.finishedRuns()::contains);
    }
    return cloud.describe(execution).status();
  }

  /** The values, a row a person, and the context; the later runs' people change it. */
  private static List<List<String>> published(TestCloud cloud) {
    List<List<String>> all = new ArrayList<>(AttributedPeople.values(cloud));
    all.addAll(
        cloud.rows(
            "select most, spent, tags, days from tributary.profile_attributes_wide"
                + " order by most, spent, tags, days"));
    return all;
  }

  private AttributedPeople people(String name) {
    return new AttributedPeople(folder.resolve(name)).project(ATTRIBUTES);
  }

  /** Each part has an event of somebody new and one of each of the two before. */
  private static String events(int part) {
    return IntStream.rangeClosed(0, 2)
        .mapToObj(
            back ->
                "{'id':'e%d-%d','type':'t','event_time':'2023-01-01 %02d:00:00','payload':{'user':'u%d','n':%d,'tags':['a','t%d']}}\n"
                    .formatted(part, back, part % 24, part - back, 10 * part + back, part))
        .collect(Collectors.joining());
  }
}
