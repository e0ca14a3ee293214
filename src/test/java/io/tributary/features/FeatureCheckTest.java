package io.tributary.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.FeaturesForTests;
import io.tributary.config.Problem;
import io.tributary.config.TableCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong with a project's own features once its sources are known. */
class FeatureCheckTest {
  /** A warehouse that knows all columns but `nowhere`. */
  private static final TableCatalog NO_NOWHERE =
      new TableCatalog() {
        @Override
        public Optional<List<String>> columns(String table) {
          return Optional.empty();
        }

        @Override
        public List<String> tables() {
          return List.of();
        }

        @Override
        public Optional<String> refusal(String table, String sql) {
          return Optional.empty();
        }

        @Override
        public Optional<String> refusal(String query) {
          return query.contains("nowhere)")
              ? Optional.of("column nowhere does not exist.")
              : Optional.empty();
        }
      };

  private static List<String> problems(String... lines) {
    return FeatureCheck.problems(
            FeaturesForTests.with("features:\n" + String.join("\n", lines) + "\n"),
            BoundSources.all(),
            NO_NOWHERE)
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void refusesNamesThatClashOrAreWordsOfSql() {
    assertThat(
            problems(
                "  - {name: gender, source: pages, aggregation: count}",
                "  - {name: 'amt_spent_in_past_{n}_days', source: pages, aggregation: count}",
                "  - {name: order, source: pages, aggregation: count}",
                "  - {name: profile_id, source: pages, aggregation: count}",
                "  - {name: twice, source: pages, aggregation: count}",
                "  - {name: twice, source: tracks, aggregation: count}"))
        .contains(
            "features/own.yaml:2: There is a built-in feature `gender`; call this one otherwise.",
            "features/own.yaml:3: There is a built-in feature `amt_spent_in_past_7_days`; call this"
                + " one otherwise.",
            "features/own.yaml:4: `order` is a word of SQL, so every query would have to quote it;"
                + " call the feature otherwise.",
            "features/own.yaml:5: `profile_id` is a column that every feature table has; call the"
                + " feature otherwise.",
            "features/own.yaml:7: There are two features `twice`, one in features/own.yaml; rename"
                + " or remove one.");
  }

  @Test
  void refusesMoreFeaturesThanTheTableTakes() {
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < 230; at++) {
      lines.append("  - {name: f%d, source: pages, aggregation: count}%n".formatted(at));
    }

    assertThat(problems(lines.toString()))
        .singleElement()
        .asString()
        .contains("and the table takes 250");
  }

  @Test
  void refusesExpressionsOverWhatIsNotThere() {
    assertThat(
            problems(
                "  - {name: a, source: page, aggregation: count}",
                "  - {name: b, source: pages, aggregation: count, filter: \"pth = '/'\"}",
                "  - {name: c, source: pages, aggregation: sum, value: timestamp}",
                "  - {name: d, formula: total_amt_spend / 2}",
                "  - {name: e, formula: f + 1}",
                "  - {name: f, formula: e + 1}",
                "  - {name: g, source: order_lines, aggregation: sum, value: price, filter:"
                    + " quantity}",
                "  - {name: h, formula: a * 2}"))
        .satisfiesExactlyInAnyOrder(
            said ->
                assertThat(said)
                    .startsWith(
                        "features/own.yaml:2: There is no source `page`; did you mean `pages`?"),
            said ->
                assertThat(said)
                    .startsWith("features/own.yaml:3: The expression `pth = '/'`, character 1:")
                    .contains("did you mean `path`?"),
            said ->
                assertThat(said)
                    .startsWith("features/own.yaml:4: The expression `timestamp`")
                    .contains("never a number"),
            said ->
                assertThat(said)
                    .startsWith("features/own.yaml:5: The formula `total_amt_spend / 2`")
                    .endsWith("did you mean `total_amt_spent`?"),
            said ->
                assertThat(said).startsWith("features/own.yaml:6: The formula `f + 1` needs `f`"),
            said ->
                assertThat(said).startsWith("features/own.yaml:7: The formula `e + 1` needs `e`"),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:9: The formula `a * 2` needs `a`, which has a mistake;"
                            + " mend that one."));
  }

  @Test
  void triesSqlOnNoRowsOnceForAllWindows() {
    String fails = " fails already on an empty table: column nowhere does not exist; mend it.";
    assertThat(
            problems(
                "  - {name: 'a_{n}', source: pages, aggregation: sum, value: {sql: '1 + (nowhere)',"
                    + " type: number}, windows: [1, 2]}",
                "  - {name: b, source: tracks, aggregation: count, filter: {sql: '1 = (nowhere)'}}",
                "  - {name: c, source: order_lines, aggregation: most_frequent_by, value: product,"
                    + " by: {sql: '2 * (nowhere)', type: number}}",
                "  - {name: d, formula: {sql: 'total_carts + (nowhere)', type: number}}",
                "  - {name: e, source: activity, aggregation: count, filter: {sql: 'day = 1'}}"))
        .containsExactly(
            "features/own.yaml:2: The SQL `1 + (nowhere)`" + fails,
            "features/own.yaml:3: The SQL `1 = (nowhere)`" + fails,
            "features/own.yaml:4: The SQL `2 * (nowhere)`" + fails,
            "features/own.yaml:5: The SQL `total_carts + (nowhere)`" + fails);
  }
}
