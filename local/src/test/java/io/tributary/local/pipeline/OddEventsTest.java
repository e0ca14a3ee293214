package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events as they should not be: what of them counts, and where the rest is said. */
class OddEventsTest {
  private static final String PRODUCTS =
      "[{'sku':'a','category':'cup','price':'1,299.00'},{'sku':'b','category':'pot','price':-5},"
          + "{'sku':'c','category':'pot','price':'NaN'},{'sku':'d','category':'tea','price':3}]";

  @TempDir Path folder;

  private static String order(String id, String user, String total, String products) {
    return "{'id':'%s','user_id':%s,'timestamp':'2024-01-10 10:00:00','order_id':'%s','total':%s,'products':%s}%n"
        .formatted(id, user, id, total, products);
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj("{'sku':'s%d','category':'tea'}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private TestShop shop() {
    return new TestShop(folder)
        .file(
            "data/raw.order_completed.ndjson",
            order("o1", "'comma'", "'1,299.00'", PRODUCTS)
                + order("o2", "'nan'", "'NaN'", PRODUCTS)
                + order("o3", "'minus'", "-20", PRODUCTS)
                + order("o4", "'text'", "'free'", "'none'")
                + order("o5", "'object'", "10", "{'sku':'a'}")
                + order("o6", "'empty'", "10", "[]")
                + order("o7", "'many'", "10", lines(1_500))
                + order("o8", "'many'", "20", lines(10_000))
                + order("o9", "null", "10", "[]"))
        .table(
            "raw.identifies.csv",
            "id,user_id,timestamp,birthday,email",
            "i1,comma,2024-01-09 10:00:00,2030-01-01,nobody",
            "i2,nan,2024-01-09 10:00:00,soon,a@B.example",
            "i3,minus,2024-01-09 10:00:00,1990-02-30,",
            "i4,empty,2024-01-09 10:00:00,1990-02-01,x@one.example")
        .table(
            "raw.tracks.csv",
            "id,user_id,anonymous_id,timestamp",
            "t1,zone,,2024-01-10T10:00:00+05:30",
            "t2,zone,,2024-01-10T04:30:01.123456789Z",
            "t3,zone,,2024-01-10 04:30:02",
            "t4,zone,,10/01/2024 10:00",
            "t5,,,2024-01-10 10:00:00",
            "t6,,device,2024-01-10 10:00:00")
        .projectFile(
            """
            project: shop
            window: {end_date: 2024-01-31}
            sources:
              tracks: {kind: tracks}
              identifies: {kind: identifies}
              orders: {kind: order_completed}
            features: {lookback_days: [36500]}
            """);
  }

  @Test
  void countAsTheRulesSayAndAreSaid() {
    try (var cloud = TestCloud.start(shop()).succeed()) {
      assertThat(
              cloud.rows(
                  "select profile_id, total_transactions, total_amt_spent, median_transaction_value,"
                      + " average_units_per_transaction, highest_spent_category, age_in_years,"
                      + " email_domain from tributary.customer_features where profile_id <> 'zone'"
                      + " order by 1"))
          .containsExactly(
              Arrays.asList("comma", "1", "0.0", null, "4.0", "tea", null, null),
              Arrays.asList("empty", "1", "10.0", "10.0", "0.0", null, "34", "one.example"),
              Arrays.asList("many", "1", "10.0", "10.0", "1500.0", null, null, null),
              Arrays.asList("minus", "1", "-20.0", "-20.0", "4.0", "tea", null, null),
              Arrays.asList("nan", "1", "0.0", null, "4.0", "tea", null, "b.example"),
              Arrays.asList("object", "1", "10.0", "10.0", null, null, null, null),
              Arrays.asList("text", "1", "0.0", null, null, null, null, null));
      assertThat(cloud.rows("select started_at, events from tributary.web_sessions order by 2, 1"))
          .containsExactly(
              List.of("2024-01-10 10:00:00", "1"), List.of("2024-01-10 04:30:00", "3"));
      assertThat(cloud.rows("select source, reason from tributary.rejected_rows order by 1"))
          .containsExactly(
              List.of("orders", "the payload is longer than 65535 bytes"),
              List.of("tracks", "the time cannot be read: write 2023-12-31 18:30:00"));
      assertThat(cloud.note("cut")).contains("1 events without user and anonymous_id are in none.");
      assertThat(cloud.note("features"))
          .contains("3 values of `total` of the source `orders` are no numbers")
          .contains("3 events of no profile are in no feature.");
    }
  }

  /** In New York 2024-03-10 has 23 hours and 2024-11-03 has 25. */
  @Test
  void ofDaysOnWhichClocksChangeAreOfTheirDay() {
    TestShop shop =
        new TestShop(folder)
            .table(
                "raw.tracks.csv",
                "id,user_id,timestamp",
                "t1,spring,2024-03-10T04:59:59Z",
                "t2,spring,2024-03-10T05:00:00Z",
                "t3,spring,2024-03-11T03:59:59Z",
                "t4,spring,2024-03-11T04:00:00Z",
                "t5,autumn,2024-11-03T03:59:59Z",
                "t6,autumn,2024-11-03T04:00:00Z",
                "t7,autumn,2024-11-04T04:59:59Z")
            .projectFile(
                """
                project: shop
                timezone: America/New_York
                window: {start_date: 2024-03-09, end_date: 2024-11-03}
                sources: {tracks: {kind: tracks}}
                features: {lookback_days: [1], as_of: {every: 1d, from: 2024-11-02}}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.rows(
                  "select event_date, dau, total_sessions, avg_session_length"
                      + " from tributary.daily_event_metrics where dau > 0 order by 1"))
          .containsExactly(
              List.of("2024-03-09", "1", "1", "1.0"),
              List.of("2024-03-10", "1", "1", "1.0"),
              List.of("2024-03-11", "1", "0", "0.0"),
              List.of("2024-11-02", "1", "1", "1.0"),
              List.of("2024-11-03", "1", "1", "0.0"));
      assertThat(cloud.value("select count(*) from tributary.daily_event_metrics"))
          .isEqualTo("240");
      assertThat(
              cloud.rows(
                  "select timestamp, days_since_last_seen, active_days_in_past_1_days"
                      + " from tributary.customer_features where profile_id = 'autumn' order by 1"))
          .containsExactly(
              List.of("2024-11-03 04:00:00", "1", "1"), List.of("2024-11-04 05:00:00", "1", "1"));
    }
  }
}
