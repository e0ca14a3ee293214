package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One profile with a great many events; a million where tests may take long. */
class LargeProfileAttributesTest {
  private static final int EVENTS = Boolean.getBoolean("tributary.long") ? 1_000_000 : 20_000;

  @TempDir Path folder;

  @Test
  void hasAllAttributes() throws IOException {
    var people =
        new AttributedPeople(folder)
            .project(
                """
                attributes:
                  - {id: events, type: sum, value: "1"}
                  - {id: average, type: avg, value: payload.n}
                  - {id: first, type: first, value: payload.n}
                  - {id: last, type: last, value: payload.n}
                  - {id: most, type: max, value: payload.n}
                  - {id: least, type: min, value: payload.n}
                  - {id: usual, type: most_frequent, value: payload.kind}
                  - {id: heavy, type: most_frequent, value: payload.kind, weight: payload.n}
                  - {id: different, type: num_of_unique, value: payload.n}
                  - {id: numbers, type: list, value: payload.n}
                  - {id: days, type: custom, query: "select profile_id, count(distinct event_time::date) as value from base group by profile_id"}
                """);
    write(people.shop().files().data().resolve("raw.customer_events.ndjson"));
    try (var cloud = TestCloud.start(people.shop()).succeed()) {
      assertThat(
              cloud.rows(
                  "select attribute_id, value from tributary.profile_attributes"
                      + " where attribute_id <> 'numbers' order by 1"))
          .containsExactly(
              // 0 to EVENTS - 1, of which each fourth is of kind b.
              List.of("average", EVENTS / 2 - 1 + ".5"),
              List.of("days", "1"),
              List.of("different", "" + EVENTS),
              List.of("events", "" + EVENTS),
              List.of("first", "0"),
              List.of("heavy", "a"),
              List.of("last", "" + (EVENTS - 1)),
              List.of("least", "0"),
              List.of("most", "" + (EVENTS - 1)),
              List.of("usual", "a"));
      assertThat(
              cloud.value(
                  "select count(*) from tributary.profile_attributes"
                      + " where attribute_id = 'numbers'"))
          .isEqualTo("" + EVENTS);
      cloud.succeed();
      assertThat(cloud.note("attributes")).contains(" 0 profiles were due.");
    }
  }

  /** Events a tick apart, all of one person. */
  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int n = 0; n < EVENTS; n++) {
        out.write(
            "{\"id\":\"e%d\",\"type\":\"t\",\"event_time\":\"2023-01-01 10:00:0%d.%06d\",\"payload\":{\"user\":\"ada\",\"n\":%d,\"kind\":\"%s\"}}\n"
                .formatted(n, n / 1_000_000, n % 1_000_000, n, n % 4 == 3 ? "b" : "a"));
      }
    }
  }
}
