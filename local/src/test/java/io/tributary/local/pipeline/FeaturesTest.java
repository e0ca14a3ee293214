package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.features.FeatureReport;
import io.tributary.run.RunRequest;
import io.tributary.warehouse.PortabilityLint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in features of a small shop, worked out by hand. */
class FeaturesTest {
  @TempDir Path folder;

  /** Worked out by hand from the rows of the shop. */
  private static final Map<String, String> ADA =
      Map.ofEntries(
          Map.entry("gender", "f"),
          Map.entry("country", "FR"),
          Map.entry("state", "BY"),
          Map.entry("age_in_years", "34"),
          Map.entry("email_domain", "example.com"),
          Map.entry("has_mobile_app", "true"),
          Map.entry("is_active_on_website", "false"),
          Map.entry("campaign_sources", "[\"ads\",\"news\"]"),
          Map.entry("days_since_account_creation", "62"),
          Map.entry("days_since_last_seen", "2"),
          Map.entry("is_churned_7_days", "false"),
          Map.entry("is_churned_30_days", "false"),
          Map.entry("active_days_in_past_7_days", "1"),
          Map.entry("active_days_in_past_30_days", "2"),
          Map.entry("n_sessions_overall", "3"),
          Map.entry("avg_session_length_overall", "0.0"),
          Map.entry("n_sessions_last_week", "2"),
          Map.entry("avg_session_length_last_week", "0.0"),
          Map.entry("amt_spent_in_past_7_days", "30.5"),
          Map.entry("amt_spent_in_past_30_days", "62.5"),
          Map.entry("total_amt_spent", "62.5"),
          Map.entry("last_transaction_value", "30.5"),
          Map.entry("average_transaction_value", "20.833333333333332"),
          Map.entry("median_transaction_value", "20.0"),
          Map.entry("highest_transaction_value", "30.5"),
          Map.entry("average_units_per_transaction", "1.0"),
          Map.entry("days_since_last_purchase", "3"),
          Map.entry("transactions_in_past_7_days", "1"),
          Map.entry("transactions_in_past_30_days", "3"),
          Map.entry("total_transactions", "3"),
          Map.entry("payment_modes", "[\"Visa\",\"paypal\"]"),
          Map.entry("has_credit_card", "true"),
          Map.entry("carts_in_past_7_days", "1"),
          Map.entry("carts_in_past_30_days", "2"),
          Map.entry("total_carts", "2"),
          Map.entry("products_added_in_past_7_days", "[\"S1\",\"S2\"]"),
          Map.entry("products_added_in_past_30_days", "[\"S1\",\"S2\"]"),
          Map.entry("total_products_added_to_cart", "3"),
          Map.entry("days_since_last_cart_add", "3"),
          Map.entry("items_purchased_ever", "[\"S1\",\"S2\",\"S3\"]"),
          Map.entry("categories_purchased_ever", "[\"cup\",\"tea\"]"),
          Map.entry("highest_spent_category", "cup"),
          Map.entry("highest_transacted_category", "cup"));

  private static final String OWN =
      """
      features:
        - name: root_views_in_past_{n}_days
          description: Views of the root, it's {n} days.
          source: pages
          aggregation: count
          filter: path = '/'
        - name: spent_per_cart
          formula: total_amt_spent / total_carts
        - name: first_country
          source: identifies
          aggregation: first
          value: country
        - name: big_orders
          source: orders
          aggregation: sum
          value: '1'
          filter: cast(total as number) > 15
          type: integer
        - name: long_sessions
          source: web_sessions
          aggregation: any
          value: duration_seconds > 60
        - name: needs_a_title
          source: pages
          aggregation: last
          value: title
        - name: needs_what_needs_a_title
          formula: needs_a_title = 'x'
      """;

  @Test
  void areThoseOfTheTable() {
    try (var cloud = TestCloud.start(FeatureShop.in(folder)).succeed()) {
      Map<String, String> ada =
          FeatureRows.wide(cloud, "customer_features", "total_transactions = 3");
      assertThat(ada.remove("timestamp")).isEqualTo("2024-02-01 00:00:00");
      assertThat(ada.remove("profile_id")).startsWith("p_");
      assertThat(ada).containsExactlyInAnyOrderEntriesOf(ADA);
      Map<String, String> bob =
          FeatureRows.wide(cloud, "customer_features_latest", "total_transactions = 0");
      assertThat(bob)
          .containsEntry("days_since_last_seen", "92")
          .containsEntry("is_churned_30_days", "true")
          .containsEntry("n_sessions_overall", "1")
          .containsEntry("total_amt_spent", "0.0")
          .containsEntry("median_transaction_value", null)
          .containsEntry("payment_modes", null)
          .containsEntry("gender", null);
      assertThat(
              cloud.rows(
                  "select feature_type, feature_value_numeric, feature_value_string,"
                      + " feature_value_array from tributary.feature_values"
                      + " where feature_name in ('has_mobile_app', 'country', 'payment_modes')"
                      + " order by 1"))
          .containsExactly(
              Arrays.asList("array", null, null, "[\"Visa\",\"paypal\"]"),
              Arrays.asList("numeric", "1.0", null, null),
              Arrays.asList("string", null, "FR", null));
      assertThat(FeatureRows.types(cloud))
          .containsEntry("total_transactions", "BIGINT")
          .containsEntry("total_amt_spent", "DOUBLE")
          .containsEntry("has_mobile_app", "BOOLEAN")
          .containsEntry("payment_modes", "VARCHAR");
      assertThat(summaries(cloud))
          .containsEntry("total_amt_spent", "0.0% 0 | 0 | 0 | 62.5 | 62.5")
          .containsEntry("median_transaction_value", "50.0% 20 | 20 | 20 | 20 | 20")
          .containsEntry("has_mobile_app", "50.0% 100.0% true")
          .containsEntry("country", "50.0% 1 value, most often FR (100.0%)")
          .containsEntry(
              "payment_modes", "50.0% 1 list, most often [\"Visa\",\"paypal\"] (100.0%)");
      assertThat(
              cloud.column(
                  "select definition from tributary.feature_definitions where feature_name in"
                      + " ('has_credit_card', 'items_purchased_ever') order by 1"))
          .as("with the project's settings")
          .satisfiesExactly(
              cards -> assertThat(cards).contains("in ('mastercard', 'visa')"),
              items -> assertThat(items).endsWith("of at most 10"));
      assertThat(FeatureRows.statements(cloud))
          .hasSizeGreaterThan(20)
          .allSatisfy(statement -> assertThat(PortabilityLint.check(statement)).isEmpty());
    }
  }

  @Test
  void areAlsoAProjectsOwnAndKeepEarlierMoments() {
    TestShop shop = FeatureShop.in(folder).own("own.yaml", OWN);
    shop.projectFile(FeatureShop.PROJECT.replace("[7, 30]", "[90]"));
    try (var cloud = TestCloud.start(shop).succeed()) {
      Map<String, String> ada =
          FeatureRows.wide(cloud, "customer_features", "total_transactions = 3");
      assertThat(ada)
          .containsEntry("root_views_in_past_90_days", "1")
          .containsEntry("spent_per_cart", "31.25")
          .containsEntry("first_country", "DE")
          .containsEntry("big_orders", "2")
          .containsEntry("long_sessions", "false")
          .doesNotContainKeys("needs_a_title", "needs_what_needs_a_title");
      assertThat(cloud.note("features"))
          .contains(
              "Left out: needs_a_title, needs_what_needs_a_title"
                  + " (needs the column `title` of the source `pages`)");
      assertThat(FeatureRows.comments(cloud))
          .containsEntry("root_views_in_past_90_days", "Views of the root, it's 90 days.");

      cloud.succeed(asOf("2024-01-06"));
      assertThat(cloud.note("features"))
          .as("later events are somebody's")
          .doesNotContain("of no profile");
      assertThat(
              cloud.rows(
                  "select timestamp, total_transactions, big_orders, country"
                      + " from tributary.customer_features where gender = 'f' order by 1"))
          .containsExactly(
              List.of("2024-01-06 00:00:00", "1", "0", "DE"),
              List.of("2024-02-01 00:00:00", "3", "2", "FR"));
      assertThat(cloud.rows("select distinct timestamp from tributary.customer_features_latest"))
          .containsExactly(List.of("2024-02-01 00:00:00"));
    }
  }

  @Test
  void areWithoutSourcesLeftOutByName() {
    TestShop shop =
        FeatureShop.in(folder)
            .projectFile(
                """
                project: shop
                window: {end_date: 2024-01-31}
                sources:
                  orders: {kind: order_completed}
                features: {}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(FeatureRows.wide(cloud, "customer_features", "profile_id = 'ada'"))
          .containsEntry("total_transactions", "3")
          .doesNotContainKeys(
              "gender", "days_since_last_seen", "total_carts", "n_sessions_overall");
      assertThat(cloud.note("features"))
          .contains("gender", "age_in_years", "needs a source of kind `identifies`")
          .contains("is_churned_365_days (needs a source of kind `tracks` or `pages`)");
    }
  }

  @Test
  void takeAsOfTimesFromATable() {
    TestShop shop =
        FeatureShop.in(folder)
            .table(
                "raw.labels.csv",
                "profile_id,timestamp,label",
                "ada,2024-01-06 13:00:00,1",
                "ada,2024-01-06 13:00:01,1",
                "ada,2024-01-06 13:00:01,0",
                "bob,2023-11-01 12:00:00,1",
                "bob,2024-01-01,1",
                "eve,2024-01-01,1",
                "ada,soon,1")
            .projectFile(
                """
                project: shop
                window: {end_date: 2024-01-31}
                sources:
                  pages: {kind: pages}
                  identifies: {kind: identifies}
                  orders: {kind: order_completed}
                features: {lookback_days: [7], as_of_from: raw.labels}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.rows(
                  "select profile_id, timestamp, total_amt_spent, amt_spent_in_past_7_days,"
                      + " country, days_since_last_seen, n_sessions_overall"
                      + " from tributary.customer_features order by 1, 2"))
          .containsExactly(
              Arrays.asList("ada", "2024-01-06 13:00:00", "10.0", "10.0", "DE", null, "0"),
              Arrays.asList("ada", "2024-01-06 13:00:01", "12.0", "12.0", "DE", null, "0"),
              Arrays.asList("bob", "2024-01-01 00:00:00", "0.0", "0.0", null, "61", "1"));
      assertThat(cloud.note("features"))
          .contains("of 3 pairs of profile and as-of time.")
          .contains("3 other pairs name no profile that was known by then, or no time.");
      assertThat(FeatureRows.statements(cloud))
          .allSatisfy(statement -> assertThat(PortabilityLint.check(statement)).isEmpty());
    }
  }

  @Test
  void takeTheGreatestIdOfOneMoment() {
    TestShop shop =
        FeatureShop.in(folder)
            .table(
                "raw.identifies.csv",
                "id,timestamp,user_id,country",
                "i2,2024-01-05,ada,FR",
                "i1,2024-01-05,ada,DE",
                "i3,2024-01-05,bob,IT",
                "i4,2024-01-05,bob,ES")
            .projectFile(
                """
                project: shop
                window: {end_date: 2024-01-31}
                sources: {identifies: {kind: identifies}}
                features: {}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.rows("select profile_id, country from tributary.customer_features order by 1"))
          .containsExactly(List.of("ada", "FR"), List.of("bob", "ES"));
    }
  }

  private static Map<String, String> summaries(TestCloud cloud) {
    Project project =
        ProjectReader.read("tributary.yaml", FeatureShop.PROJECT).project().orElseThrow();
    Map<String, String> found = new LinkedHashMap<>();
    new FeatureReport(sql -> cloud.rows(sql).stream(), project)
        .summaries()
        .forEach(
            one ->
                found.put(
                    one.name(),
                    String.format(
                        Locale.ROOT, "%.1f%% %s", 100 * one.nullShare(), one.distribution())));
    return found;
  }

  private static RunRequest asOf(String moment) {
    return new RunRequest(
        Optional.empty(), Optional.empty(), Optional.of(moment), List.of(), false, false);
  }
}
