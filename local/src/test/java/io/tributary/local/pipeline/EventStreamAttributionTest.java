package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel report of nothing but an event stream. */
class EventStreamAttributionTest {
  private static final String PAGES = "id,user_id,anonymous_id,timestamp,url,referrer";

  @TempDir Path folder;

  private TestShop shop(String... more) {
    return new TestShop(folder)
        .table(
            "raw.pages.csv",
            PAGES,
            "p1,ada,,2023-01-01 10:00:00,https://shop.example/?utm_medium=email,",
            "p2,ada,,2023-01-01 10:01:00,https://shop.example/hats,",
            "p3,ada,,2023-01-02 10:00:00,https://shop.example/,https://www.bing.com/",
            "p4,ben,,2023-01-02 10:00:00,https://shop.example/,",
            "p5,,x,2023-01-02 10:00:00,https://shop.example/,")
        .table(
            "raw.product_added.csv",
            "id,user_id,timestamp,cart_id",
            "a1,ada,2023-01-01 10:00:30,k1")
        .table(
            "raw.order_completed.csv",
            "id,user_id,timestamp,order_id,total,revenue",
            "o1,ada,2023-01-02 10:20:00,A,20,10",
            "o2,ada,2023-01-02 10:30:00,A,22,12",
            "o3,ben,2023-01-03 10:00:00,,30,",
            "o4,ben,2023-01-04 10:00:00,B,,\"1,299.00\"",
            "o5,ben,2023-01-04 10:00:00,C,-5,",
            "o6,ben,2023-01-04 10:00:00,D,,",
            "o7,ben,2022-12-31 10:00:00,E,5,",
            "o8,ben,2023-01-04 10:00:00,F,NaN,")
        .projectFile(
            """
            project: shop
            window: {start_date: 2023-01-01, end_date: 2023-01-31}
            sources:
              pages: {kind: pages}
              product_added: {kind: product_added}
              order_completed: {kind: order_completed}
            attribution: {models: [last_touch]}
            """
                + String.join("\n", more)
                + "\n");
  }

  @Test
  void takesOrdersForConversionsAndWebSessionsForTouches() {
    try (var cloud = TestCloud.start(shop()).succeed()) {
      assertThat(cloud.rows("select * from tributary.conversions order by conversion_id"))
          .containsExactly(
              List.of("A", "ada", "2023-01-02 10:30:00", "12.0000"),
              List.of("o3", "ben", "2023-01-03 10:00:00", "30.0000"));
      assertThat(
              cloud.rows(
                  "select conversion_id, channel, holder_engagement, closer_engagement"
                      + " from tributary.journey_sessions order by conversion_id, position"))
          .containsExactly(
              List.of("A", "Email", "1", "1"),
              List.of("A", "Organic Search", "0", "0"),
              List.of("o3", "Direct", "0", "0"));
      assertThat(
              cloud.rows(
                  "select channel_name, revenue from tributary.channel_reporting order by 1"))
          .containsExactly(
              List.of("Direct", "30.0000000000000"),
              List.of("Email", "0.0000000000000"),
              List.of("Organic Search", "12.0000000000000"));
      assertThat(
              cloud.rows(
                  "select json_extract_path_text(document, 'id'), reason"
                      + " from tributary.rejected_rows order by 1"))
          .containsExactly(
              List.of("o4", "revenue is no finite number below 10^14: write 1234.50"),
              List.of("o5", "revenue is negative"),
              List.of("o6", "revenue and total are missing"),
              List.of("o8", "revenue is no finite number below 10^14: write 1234.50"));
      assertThat(cloud.note("credit"))
          .isEqualTo("6 conversions = 2 attributed + 0 unattributed + 4 rejected");
    }
  }

  @Test
  void creditsTheProfileThatIdentityGives() {
    var shop =
        shop(
            "identity:",
            "  identifiers:",
            "    - {name: user_id, priority: 1, from: {pages: user_id, order_completed: user_id}}",
            "    - {name: anonymous_id, priority: 2, from: {pages: anonymous_id}}");
    shop.table(
        "raw.pages.csv",
        PAGES,
        "p1,,x,2023-01-01 10:00:00,https://shop.example/?utm_medium=email,",
        "p2,ada,x,2023-01-02 10:00:00,https://shop.example/,");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(cloud.column("select channel from tributary.journey_sessions order by position"))
          .containsExactly("Email", "Direct");
      assertThat(
              cloud.column(
                  "select distinct session_number || anonymous_id from tributary.web_sessions order by 1"))
          .containsExactly("1x", "2x");
    }
  }

  @Test
  void keepsTheConversionsThatTheProjectHas() {
    var shop = shop();
    shop.conversions("c1,ada,2023-01-01 10:00:00,7");
    shop.projectFile(
        shop.projectText().replace("sources:", "sources:\n  conversions: {kind: conversions}"));
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(cloud.column("select conversion_id from tributary.conversions"))
          .containsExactly("c1");
    }
  }
}
