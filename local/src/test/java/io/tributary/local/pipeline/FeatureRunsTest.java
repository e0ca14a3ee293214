package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.run.LiveRuns;
import io.tributary.run.Resets;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Features across runs: going back, rehearsing, starting over, and runs that are killed. */
class FeatureRunsTest {
  /** Every so many states one kill. */
  private static final long STEP = Boolean.getBoolean("tributary.long") ? 1 : 60;

  private static final String PROJECT =
      """
      project: shop
      window: {end_date: 2024-01-31}
      sources:
        orders: {kind: order_completed}
      features: {lookback_days: [7], as_of: {every: 10d, from: 2024-01-12}}
      """;
  private static final String PAIR = "profile_id,timestamp";
  private static final String ROWS =
      "select profile_id, timestamp, total_amt_spent, transactions_in_past_7_days"
          + " from tributary.customer_features order by 1, 2";
  private static final List<String> FIRST = List.of("ada", "2024-02-01 00:00:00", "10.0", "1");
  private static final List<String> SECOND = List.of("ada", "2024-02-01 00:00:00", "15.0", "2");

  @TempDir Path folder;

  private TestShop shop(String project) {
    return new TestShop(folder)
        .projectFile(project)
        .table("raw.order_completed/1.csv", "id,timestamp,user_id,total", "o1,2024-01-30,ada,10");
  }

  private void order(int number, String time) {
    new TestShop(folder)
        .table(
            "raw.order_completed/" + number + ".csv",
            "id,timestamp,user_id,total",
            "o" + number + "," + time + ",ada,5");
  }

  @Test
  void areThoseOfTheRunThatIsLive() {
    TestShop shop = shop(PROJECT);
    try (var cloud = TestCloud.start(shop).succeed()) {
      LiveRuns runs = cloud.cloud().pipeline().liveRuns();
      assertThat(cloud.rows(ROWS)).containsExactly(FIRST);

      order(2, "2024-01-31");
      shop.own(
          "own.yaml",
          """
          features:
            - {name: orders, source: orders, aggregation: count}
          """);
      cloud.succeed(dryRun());
      assertThat(cloud.rows(ROWS)).as("a rehearsal shows nothing").containsExactly(FIRST);
      assertThat(columns(cloud)).doesNotContain("orders");

      runs.publish("tributary", Optional.empty());
      assertThat(cloud.rows(ROWS)).containsExactly(SECOND);
      assertThat(cloud.column("select orders from tributary.customer_features_latest"))
          .containsExactly("2");

      runs.rollback("tributary", Optional.empty());
      assertThat(cloud.rows(ROWS)).containsExactly(FIRST);
      assertThat(
              cloud.column(
                  "select feature_value_numeric from tributary.feature_values"
                      + " where feature_name = 'total_transactions'"))
          .containsExactly("1.0");
      assertThat(cloud.column("select feature_name from tributary.feature_definitions"))
          .as("the definitions of the run that is live")
          .doesNotContain("orders")
          .contains("total_transactions");
    }
  }

  @Test
  void forgetOtherTimesOnlyAfterAReset() {
    TestShop shop = shop(PROJECT.replace("2024-01-31", "2024-01-30"));
    try (var cloud = TestCloud.start(shop).succeed()) {
      order(2, "2024-01-15");
      shop.projectFile(PROJECT);
      cloud.succeed();
      String times = "select distinct timestamp from tributary.customer_features order by 1";
      assertThat(cloud.column(times))
          .containsExactly("2024-01-22 00:00:00", "2024-01-31 00:00:00", "2024-02-01 00:00:00");

      Project project = ProjectReader.read("tributary.yaml", PROJECT).project().orElseThrow();
      Resets resets = cloud.cloud().pipeline().resets();
      resets.reset(project, List.of("features"), Resets.Values.KEPT, rows -> true);
      assertThat(cloud.column(times)).as("until the next run").hasSize(3);
      cloud.succeed();
      assertThat(cloud.column(times)).containsExactly("2024-01-22 00:00:00", "2024-02-01 00:00:00");

      resets.reset(project, List.of("features"), Resets.Values.DROPPED, rows -> true);
      assertThat(cloud.column(times)).isEmpty();
      cloud.succeed();
      assertThat(cloud.column(times)).containsExactly("2024-01-22 00:00:00", "2024-02-01 00:00:00");
    }
  }

  /** A pair that was not asked for again is not calculated again, and stays. */
  @Test
  void replaceOnlyThePairsThatAreAskedForAgain() {
    TestShop shop =
        shop(PROJECT.replace("as_of: {every: 10d, from: 2024-01-12}", "as_of_from: raw.labels"))
            .table("raw.order_completed/2.csv", "id,timestamp,user_id,total", "b1,2024-01-10,ben,7")
            .table("raw.labels/1.csv", PAIR, "ada,2024-01-31", "ben,2024-01-31");
    try (var cloud = TestCloud.start(shop).succeed()) {
      order(3, "2024-01-30 12:00:00");
      shop.table("raw.labels/1.csv", PAIR, "ada,2024-02-01", "ben,2024-01-31");
      cloud.succeed();

      assertThat(cloud.rows(ROWS))
          .containsExactly(
              List.of("ada", "2024-01-31 00:00:00", "10.0", "1"),
              List.of("ada", "2024-02-01 00:00:00", "15.0", "2"),
              List.of("ben", "2024-01-31 00:00:00", "7.0", "0"));
    }
  }

  @Test
  void leaveOutWhatHappensAtTheVeryMoment() {
    try (var cloud =
        TestCloud.start(shop(PROJECT.replace(", as_of: {every: 10d, from: 2024-01-12}", "")))) {
      cloud.succeed(asOf("2024-01-30"));
      assertThat(cloud.rows(ROWS)).isEmpty();
      cloud.succeed(asOf("2024-01-30T00:00:01Z"));
      assertThat(cloud.rows(ROWS))
          .containsExactly(List.of("ada", "2024-01-30 00:00:01", "10.0", "1"));
    }
  }

  /** A session that began by a track has no page before its first one. */
  @Test
  void doNotKnowAPageBeforeItIsSeen() {
    TestShop shop =
        new TestShop(folder)
            .table("raw.tracks.csv", "id,timestamp,user_id,event", "t,2024-01-30 10:00:00,ada,x")
            .table("raw.pages.csv", "id,timestamp,user_id,path", "p,2024-01-30 10:10:00,ada,/tea")
            .own(
                "own.yaml",
                """
                features:
                  - {name: page, source: web_sessions, aggregation: last, value: first_page_path}
                """)
            .projectFile(
                """
                project: shop
                window: {end_date: "2024-01-30T11:00:00Z"}
                sources: {tracks: {kind: tracks}, pages: {kind: pages}}
                features: {lookback_days: [7], as_of: {every: 1h, from: "2024-01-30T10:05:00Z"}}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.rows(
                  "select n_sessions_overall, page from tributary.customer_features order by"
                      + " timestamp"))
          .containsExactly(Arrays.asList("1", null), List.of("1", "/tea"));
    }
  }

  @Test
  void areTheSameWhereverARunIsKilled() {
    try (var cloud = TestCloud.start(shop(PROJECT)).succeed()) {
      int number = 1;
      ExecutionStatus end = ExecutionStatus.ABORTED;
      for (long states = 2; end == ExecutionStatus.ABORTED; states += STEP) {
        number++;
        order(number, "2024-01-31");
        List<List<String>> before = cloud.rows(ROWS);
        String execution = cloud.begin(RunRequest.everything());
        cloud.stopAfter(execution, states);
        List<List<String>> left = cloud.rows(ROWS);
        cloud.succeed();

        assertThat(cloud.rows(ROWS)).containsExactly(spent(number));
        assertThat(left).isIn(before, cloud.rows(ROWS));
        assertThat(cloud.workSchemas()).isEmpty();
        assertThat(
                cloud.column(
                    "select distinct from_run from tributary_store.feature_rows union select to_run"
                        + " from tributary_store.feature_rows where to_run is not null"))
            .allMatch(cloud.finishedRuns()::contains);
        end = cloud.describe(execution).status();
      }
      assertThat(end).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  private static List<String> spent(int orders) {
    return List.of(
        "ada", "2024-02-01 00:00:00", 5.0 * (orders - 1) + 10 + "", Integer.toString(orders));
  }

  private static List<String> columns(TestCloud cloud) {
    return cloud.column(
        "select column_name from information_schema.columns"
            + " where table_name = 'customer_features' and table_schema = 'tributary'");
  }

  private static RunRequest asOf(String moment) {
    return new RunRequest(
        Optional.empty(), Optional.empty(), Optional.of(moment), List.of(), false, false);
  }

  private static RunRequest dryRun() {
    return new RunRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, false);
  }
}
