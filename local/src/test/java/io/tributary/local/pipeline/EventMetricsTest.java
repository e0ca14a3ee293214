package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Daily metrics in a time zone whose clocks change. 2023-03-26 has 23 hours in Berlin; it begins at
 * 23:00 UTC of the day before and ends at 22:00 UTC.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventMetricsTest {
  @TempDir static Path folder;
  private TestCloud cloud;

  @BeforeAll
  void run() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.tracks.csv",
                "id,user_id,anonymous_id,timestamp,event",
                "t1,ada,,2023-03-25 22:59:59,Viewed",
                "t2,ada,,2023-03-25 23:09:59,Viewed",
                "t3,ben,,2023-03-26 21:59:59,Viewed",
                "t4,,x1,2023-03-26 22:00:00,Viewed",
                "t5,ada,,2023-03-28 10:00:00,Viewed")
            .table(
                "raw.pages.csv",
                "id,user_id,anonymous_id,timestamp,url,country",
                "p1,ben,,2023-03-28 10:00:00,https://shop.example/,DE",
                "p2,ben,,2023-03-28 10:00:00,https://shop.example/,DE")
            .projectFile(
                """
                project: shop
                timezone: Europe/Berlin
                window: {start_date: 2023-03-25, end_date: 2023-03-29}
                sources:
                  tracks: {kind: tracks}
                  pages: {kind: pages}
                sessions: {dimensions: [country, is_new]}
                """);
    cloud = TestCloud.start(shop).succeed();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void countASessionOnTheDayOnWhichItStartedAndItsUserOnEach() {
    assertThat(cloud.rows("select * from tributary.daily_event_metrics order by 1"))
        .containsExactly(
            List.of("2023-03-25", "1", "1", "0.0", "600.0"),
            List.of("2023-03-26", "2", "1", "100.0", "0.0"),
            List.of("2023-03-27", "1", "1", "100.0", "0.0"),
            List.of("2023-03-28", "2", "2", "50.0", "0.0"),
            List.of("2023-03-29", "0", "0", "0.0", "0.0"));
  }

  @Test
  void areSplitByDimension() {
    assertThat(
            cloud.rows(
                "select event_date, dimension, value, dau, total_sessions, bounce_rate"
                    + " from tributary.daily_event_metrics_by"
                    + " where event_date = '2023-03-28' order by 1, 2, 3"))
        .containsExactly(
            List.of("2023-03-28", "country", "(none)", "1", "1", "100.0"),
            List.of("2023-03-28", "country", "DE", "1", "1", "0.0"),
            List.of("2023-03-28", "is_new", "0", "2", "2", "50.0"),
            List.of("2023-03-28", "is_new", "1", "0", "0", "0.0"));
  }

  @Test
  void areZeroOnDaysWithoutSessionsOfAValueOfTheWindow() {
    assertThat(
            cloud.rows(
                "select event_date, dau, total_sessions, bounce_rate, avg_session_length"
                    + " from tributary.daily_event_metrics_by where value = 'DE' order by 1"))
        .containsExactly(
            List.of("2023-03-25", "0", "0", "0.0", "0.0"),
            List.of("2023-03-26", "0", "0", "0.0", "0.0"),
            List.of("2023-03-27", "0", "0", "0.0", "0.0"),
            List.of("2023-03-28", "1", "1", "0.0", "0.0"),
            List.of("2023-03-29", "0", "0", "0.0", "0.0"));
  }

  /** The 25th and 26th are a Saturday and a Sunday; 3 and 3 users in 2 and 3 days. */
  @Test
  void areRolledUpByWeekAndMonth() {
    assertThat(cloud.rows("select * from tributary.weekly_event_metrics order by 1"))
        .containsExactly(
            List.of("2023-03-20", "2", "1.5", "75.0", "2", "50.0", "300.0"),
            List.of(
                "2023-03-27", "3", "1.0", "33.333333333333336", "3", "66.66666666666667", "0.0"));
    assertThat(cloud.rows("select * from tributary.monthly_event_metrics"))
        .containsExactly(List.of("2023-03-01", "3", "1.2", "40.0", "5", "60.0", "120.0"));
  }
}
