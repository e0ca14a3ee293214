package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions of late events, of people who turn out to be one, of other settings, another window and
 * other referrers: after each run they are what a first run over the same makes.
 */
class ChangedSessionsTest {
  private static final String IDENTITY =
      """
      identity:
        identifiers:
          - {name: user_id, priority: 1, limit: 2, from: {tracks: user_id, pages: user_id, carts: user_id}}
          - {name: anonymous_id, priority: 2, from: {tracks: anonymous_id, pages: anonymous_id, carts: anonymous_id}}
      """;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, Boolean.getBoolean("tributary.long") ? 20 : 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areThoseOfAFirstRun(long seed) {
    var random = new Random(seed);
    var stream = new WebStream(folder.resolve("shop")).deliver(random, 60);
    stream.shop().table("raw.referrers.csv", "host,medium,source");
    stream.shop().projectFile(project(random));
    List<String> changes = new ArrayList<>();
    try (var cloud = TestCloud.start(stream.shop()).succeed()) {
      for (int run = 0; run < 3; run++) {
        changes.add(change(stream, random));
        cloud.succeed();
      }
      TestShop fresh = stream.atOnce(folder.resolve("fresh"));
      fresh.table("raw.referrers.csv", "host,medium,source", referrers);
      try (var first = TestCloud.start(fresh).succeed()) {
        assertThat(SessionResults.of(cloud))
            .as("seed %d: %s", seed, changes)
            .isEqualTo(SessionResults.of(first));
      }
    }
  }

  private String[] referrers = {};

  /** More events, and every other time something else besides. */
  private String change(WebStream stream, Random random) {
    stream.deliver(random, 12);
    return switch (random.nextInt(4)) {
      case 0 -> {
        referrers =
            new String[] {
              "partner.example,friend,Friend " + random.nextInt(3), "google.com,email,G"
            };
        stream.shop().table("raw.referrers.csv", "host,medium,source", referrers);
        yield "referrers";
      }
      case 1 -> "events";
      default -> {
        stream.shop().projectFile(project(random));
        yield stream.shop().projectText();
      }
    };
  }

  private static String project(Random random) {
    return """
        project: shop
        timezone: %s
        window: {start_date: 2023-01-0%d, end_date: 2023-01-0%d}
        sources:
          tracks: {kind: tracks}
          pages: {kind: pages}
          carts: {kind: product_added}
          referrers: {kind: referrers}
        sessions:
          gap_seconds: %d
          channels: [{channel: Friends %d, when: "referrer_medium = 'friend'"}]
        """
            .formatted(
                random.nextBoolean() ? "UTC" : "Asia/Tokyo",
                1 + random.nextInt(2),
                4 + random.nextInt(2),
                860 * (1 + random.nextInt(3)),
                random.nextInt(2))
        + (random.nextInt(3) == 0 ? "" : IDENTITY);
  }

  /** Only what changed is written: one session of somebody new, and one that a page joined. */
  @Test
  void areWrittenOnlyWhereSomethingChanged() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.pages/1.csv",
                "id,user_id,timestamp,url,country",
                "p1,ada,2023-01-01 10:00:00,https://shop.example/a,DE",
                "p2,ada,2023-01-02 10:00:00,https://shop.example/b,DE",
                "p3,ben,2023-01-02 10:00:00,https://shop.example/b,DE")
            .projectFile("project: shop\nsources: {pages: {kind: pages}}\n");
    try (var cloud = TestCloud.start(shop).succeed()) {
      shop.table(
          "raw.pages/2.csv",
          "id,user_id,timestamp,url,country",
          "p0,aaa,2023-01-01 10:00:00,https://shop.example/a,DE",
          "p4,ben,2023-01-02 10:10:00,https://shop.example/c,DE");
      cloud.succeed();

      assertThat(written(cloud))
          .containsExactly("1 ada", "1 ada", "1 ben until 2", "2 aaa", "2 ben");

      shop.table(
          "raw.pages/1.csv",
          "id,user_id,timestamp,url,country",
          "p1,ada,2023-01-01 10:00:00,https://shop.example/a,FR",
          "p2,ada,2023-01-02 10:00:00,https://shop.example/b,DE",
          "p3,ben,2023-01-02 10:00:00,https://shop.example/b,DE");
      cloud.succeed();
      cloud.succeed();

      assertThat(written(cloud))
          .as("another country, and then nothing")
          .containsExactly("1 ada", "1 ada until 3", "1 ben until 2", "2 aaa", "2 ben", "3 ada");
    }
  }

  private static List<String> written(TestCloud cloud) {
    return cloud.column(
        "select from_run || ' ' || profile_id || coalesce(' until ' || to_run, '')"
            + " from tributary_store.web_sessions order by from_run, profile_id, to_run desc");
  }
}
