package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What a run says of features and of data that do not fit. */
class FeatureFailuresTest {
  private static final String PROJECT =
      """
      project: shop
      window: {end_date: 2024-01-31}
      sources:
        tracks: {kind: tracks}
        pages: {kind: pages}
        orders: {kind: order_completed}
      features: {lookback_days: [7]}
      """;

  /** Names every column that the table of its source has. */
  private static final String GOOD =
      """
      features:
        - {name: a, source: pages, aggregation: sum, value: {sql: "length(id || source || source_id || type || version || payload) + day + datediff(day, event_time, '2024-01-01'::timestamp)", type: number}}
        - {name: b, source: orders, aggregation: sum, value: {sql: "length(id || products) + product_lines", type: number}}
        - {name: c, source: order_lines, aggregation: most_frequent_by, value: product, by: {sql: "length(id || line) + day", type: number}}
        - {name: d, source: activity, aggregation: count, filter: {sql: "source = 'pages' and day > 0 and event_time > '2023-01-01'::timestamp"}}
        - {name: e, source: web_sessions, aggregation: count, filter: {sql: "length(channel || device || referrer_medium) + duration_seconds + events + page_views + session_number + is_new >= 0 and started_at < event_time and day > 0"}}
        - {name: f, formula: {sql: "a + datediff(day, as_of_day, as_of)", type: number}}
        - {name: g, formula: {sql: "f + is_churned_7_days::int + length(items_purchased_ever)", type: number}}
      """;

  @TempDir Path folder;

  private TestShop shop() {
    return new TestShop(folder)
        .table("raw.tracks.csv", "id,timestamp,user_id,event", "t1,2024-01-30 10:00:00,ada,Clicked")
        .table("raw.pages.csv", "id,timestamp,user_id,path", "p1,2024-01-30 10:01:00,ada,/")
        .file(
            "data/raw.order_completed.ndjson",
            """
            {"id":"o1","timestamp":"2024-01-30 11:00:00","user_id":"ada","total":"1,299.00","products":[{"sku":"s1"}]}
            {"id":"o2","timestamp":"2024-01-30 12:00:00","user_id":"ada","total":"free","products":[]}
            {"id":"o3","timestamp":"2024-01-30 13:00:00","user_id":"ada","total":" ","products":[]}
            {"id":"o4","timestamp":"2024-01-30 14:00:00","user_id":"ada","total":12,"products":[]}
            {"id":"o5","timestamp":"2024-02-01 00:00:00","user_id":"ada","total":"later","products":[]}
            """)
        .projectFile(PROJECT);
  }

  @Test
  void runWithSqlOverAllColumnsThatTheirSourcesHave() {
    try (var cloud = TestCloud.start(shop().own("own.yaml", GOOD)).succeed()) {
      assertThat(cloud.rows("select d, e from tributary.customer_features"))
          .containsExactly(List.of("1", "0"));
    }
  }

  @Test
  void refuseSqlThatFailsOnNoRowsBeforeAnythingRuns() {
    TestShop shop =
        shop()
            .own(
                "own.yaml",
                """
                features:
                  - {name: a, source: pages, aggregation: count, filter: {sql: "pth = '/'"}}
                  - {name: b, source: web_sessions, aggregation: sum, value: {sql: "events + nothing", type: number}}
                  - {name: c, formula: {sql: "total_amt_spend + 1", type: number}}
                """);
    try (var cloud = TestCloud.start(shop)) {
      var end = cloud.run();

      assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(end.cause())
          .contains("features/own.yaml:2: The SQL `pth = '/'` fails already on an empty table: ")
          .contains("features/own.yaml:3: The SQL `events + nothing` fails already on an empty ")
          .contains("features/own.yaml:4: The SQL `total_amt_spend + 1` fails already on an ");
    }
  }

  @Test
  void sayWhoseSqlTheDataFails() {
    assertThat(failure("{name: bad, source: pages, aggregation: sum, value: {sql: 'path::int'}}"))
        .contains("The data fails the `sql:` of the feature `bad`; cast with try_cast, ")
        .doesNotContain("`fine`");
    assertThat(failure("{name: bad, formula: {sql: 'products_purchased::int', type: number}}"))
        .contains("The data fails the `sql:` of the feature `bad`; cast with try_cast, ")
        .doesNotContain("`fine`");
  }

  private String failure(String bad) {
    String own =
        """
        features:
          - {name: fine, source: pages, aggregation: last, value: path}
          - %s
        """
            .formatted(
                bad.replace("path::int", "json_extract_path_text(payload, ''path'')::int")
                    .replace("products_purchased", "fine")
                    .replace("'}}", "', type: number}}"));
    try (var cloud = TestCloud.start(shop().own("own.yaml", own))) {
      return cloud.run().cause();
    }
  }

  @Test
  void sayHowManyNumbersCannotBeRead() {
    TestShop shop =
        shop()
            .own(
                "own.yaml",
                """
                features:
                  - {name: page_number, source: pages, aggregation: max, value: path, type: numeric}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(cloud.note("features"))
          .contains("2 values of `total` of the source `orders` are no numbers and count in no")
          .contains("One value of `path` of the source `pages` is no number and counts in no");
      assertThat(
              cloud.rows(
                  "select total_amt_spent, total_transactions"
                      + " from tributary.customer_features"))
          .containsExactly(List.of("12.0", "4"));
    }
  }

  /** The length of a list of five texts of 9,000 bytes. */
  private static final String FIVE = Integer.toString(5 * 9_003 + 1);

  /** Seven texts of 9,000 bytes are more than a list takes, five are not. */
  @Test
  void leaveOutListsThatAreTooLong() {
    String[] pages = new String[7];
    for (int at = 0; at < 7; at++) {
      int day = at < 2 ? 1 : 29;
      String text = at + "x".repeat(8_998);
      pages[at] = "p%1$d,2024-01-%2$02d,ada,/%3$s,t%3$s".formatted(at, day, text);
    }
    TestShop shop =
        shop()
            .table("raw.pages.csv", "id,timestamp,user_id,path,title", pages)
            .own(
                "own.yaml",
                """
                features:
                  - {name: paths, source: pages, aggregation: list, value: path}
                  - {name: 'paths_{n}', source: pages, aggregation: list, value: path, windows: [7]}
                  - {name: 'few_{n}', source: pages, aggregation: list, value: path, windows: [7], max_size: 4}
                  - {name: 'some_{n}', source: pages, aggregation: list, value: path, windows: [7], max_size: 5}
                  - {name: titles, source: pages, aggregation: list, value: title}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.rows(
                  "select paths, length(paths_7), few_7, length(some_7), titles"
                      + " from tributary.customer_features"))
          .containsExactly(Arrays.asList(null, FIVE, null, FIVE, null));
    }
  }

  @Test
  void refuseMoreThanAThousandTimesWhateverTheEnd() {
    TestShop shop =
        shop()
            .projectFile(
                PROJECT
                    .replace("2024-01-31", "now")
                    .replace("[7]", "[7], as_of: {every: 1h, from: 2023-01-01}"));
    try (var cloud = TestCloud.start(shop)) {
      assertThat(cloud.run().cause())
          .contains("`features.as_of` gives more than 1,000 as-of times; begin later or take ");
    }
  }

  @Test
  void takeAThousandTimes() {
    TestShop shop =
        shop()
            .projectFile(
                PROJECT.replace("[7]", "[7], as_of: {every: 1h, from: 2023-12-21T09:00:00Z}"));
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(cloud.note("features")).contains(" at 1,000 as-of times.");
      assertThat(cloud.rows("select min(timestamp), count(*) from tributary.customer_features"))
          .containsExactly(List.of("2024-01-30 11:00:00", "38"));
    }
  }
}
