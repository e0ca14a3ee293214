package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.pipeline.NaiveSessions.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random streams whose events come in three deliveries, late ones too: after each run the sessions
 * are those that a naive cut makes of all events so far, as a run from scratch would have them.
 */
class RandomSessionsTest {
  private static final Duration GAP = Duration.ofSeconds(10);
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, Boolean.getBoolean("tributary.long") ? 20 : 2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areThoseOfANaiveCut(long seed) {
    var random = new Random(seed);
    var shop = new TestShop(folder.resolve("shop"));
    List<Event> events = new ArrayList<>();
    deliver(shop, events, random, 0);
    shop.projectFile(
        """
        project: shop
        window: {end_date: 2023-01-31}
        sources: {tracks: {kind: tracks}, pages: {kind: pages}}
        sessions: {gap_seconds: 10}
        """);
    try (var cloud = TestCloud.start(shop)) {
      for (int delivery = 1; delivery < 4; delivery++) {
        cloud.succeed();
        assertThat(sessions(cloud))
            .as("seed %d, delivery %d", seed, delivery)
            .isEqualTo(new NaiveSessions(GAP).of(events));
        if (delivery < 3) {
          deliver(shop, events, random, delivery);
        }
      }
      assertThat(cloud.value("select count(*) from tributary_store.web_sessions"))
          .as("sessions that changed keep what they were")
          .isNotEqualTo(cloud.value("select count(*) from tributary.web_sessions"));
      assertThat(whole(cloud)).isEqualTo(fromScratch(shop, events));
    }
  }

  /** Few owners and moments, so that pauses of exactly the gap and events at one moment happen. */
  private static void deliver(TestShop shop, List<Event> events, Random random, int delivery) {
    List<Event> some = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      some.add(
          new Event(
              "e%d%04d".formatted(delivery, random.nextInt(10_000) * 100 + n),
              random.nextInt(3) == 0 ? "" : "u" + random.nextInt(4),
              random.nextInt(4) == 0 ? "" : "a" + random.nextInt(3),
              START.plusMillis(random.nextInt(200) * 2_500L),
              random.nextBoolean(),
              "https://shop.example/" + random.nextInt(50)));
    }
    write(shop, some, "/" + delivery + ".csv");
    events.addAll(some);
  }

  private static void write(TestShop shop, List<Event> events, String part) {
    shop.table(
        "raw.tracks" + part,
        "id,user_id,anonymous_id,timestamp",
        events.stream()
            .filter(event -> !event.isPage())
            .map(e -> "%s,%s,%s,%s".formatted(e.id(), e.user(), e.anonymous(), e.at()))
            .toArray(String[]::new));
    shop.table(
        "raw.pages" + part,
        "id,user_id,anonymous_id,timestamp,url",
        events.stream()
            .filter(Event::isPage)
            .map(e -> "%s,%s,%s,%s,%s".formatted(e.id(), e.user(), e.anonymous(), e.at(), e.url()))
            .toArray(String[]::new));
  }

  private static List<String> sessions(TestCloud cloud) {
    return cloud
        .rows(
            "select case when profile_id is null then 'anonymous ' || anonymous_id"
                + " else 'user ' || profile_id end, session_number, started_at, ended_at, events,"
                + " page_views, coalesce(first_page_url, ''), coalesce(last_page_url, ''), session_id"
                + " from tributary.web_sessions")
        .stream()
        .map(
            row ->
                String.join(
                    "|",
                    row.get(0),
                    row.get(1),
                    instant(row.get(2)),
                    instant(row.get(3)),
                    row.get(4),
                    row.get(5),
                    row.get(6),
                    row.get(7),
                    row.get(8)))
        .sorted()
        .toList();
  }

  private static String instant(String timestamp) {
    return Instant.parse(timestamp.replace(' ', 'T') + "Z").toString();
  }

  private List<List<String>> fromScratch(TestShop shop, List<Event> events) {
    var other = new TestShop(folder.resolve("other"));
    write(other, events, ".csv");
    other.projectFile(shop.projectText());
    try (var cloud = TestCloud.start(other).succeed()) {
      return whole(cloud);
    }
  }

  private static List<List<String>> whole(TestCloud cloud) {
    return cloud.rows("select * from tributary.web_sessions order by session_id");
  }
}
