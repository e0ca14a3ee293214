package io.tributary.local.pipeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;

/** What a run wrote of features. */
final class FeatureRows {
  private FeatureRows() {}

  /** The row of a view under a condition, by column. */
  static Map<String, String> wide(TestCloud cloud, String view, String condition) {
    List<String> columns = List.copyOf(types(cloud).keySet());
    List<String> row = cloud.rows("select * from tributary." + view + " where " + condition).get(0);
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      values.put(columns.get(at), row.get(at));
    }
    return values;
  }

  /** The types of the columns of {@code customer_features}. */
  static Map<String, String> types(TestCloud cloud) {
    return pairs(
        cloud,
        "select column_name, data_type from information_schema.columns"
            + " where table_name = 'customer_features' and table_schema = 'tributary'"
            + " order by ordinal_position");
  }

  /** The comments on them. */
  static Map<String, String> comments(TestCloud cloud) {
    return pairs(
        cloud,
        "select column_name, comment from duckdb_columns() where table_name = 'customer_features'");
  }

  private static Map<String, String> pairs(TestCloud cloud, String sql) {
    Map<String, String> pairs = new LinkedHashMap<>();
    cloud.rows(sql).forEach(row -> pairs.put(row.get(0), row.get(1)));
    return pairs;
  }

  /** What the first run had the warehouse do for features and their views. */
  static List<String> statements(TestCloud cloud) {
    return cloud
        .cloud()
        .clients()
        .redshiftData()
        .listStatementsPaginator(r -> {})
        .statements()
        .stream()
        .filter(statement -> statement.statementName().matches("run-1-(features|publish).*"))
        .flatMap(FeatureRows::texts)
        .toList();
  }

  private static Stream<String> texts(StatementData statement) {
    return statement.isBatchStatement()
        ? statement.queryStrings().stream()
        : Stream.of(statement.queryString());
  }
}
