package io.tributary.features;

import io.tributary.config.FeatureRule;
import io.tributary.config.FeatureScope;
import io.tributary.config.FeatureType;
import io.tributary.config.Problem;
import io.tributary.config.SqlTrial;
import io.tributary.config.TableCatalog;
import io.tributary.config.WrittenExpression;
import io.tributary.features.FeatureSource.Rows;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.SqlTemplates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries what is Redshift's own SQL in a project's features, on tables without rows. */
final class FeatureTrial {
  private static final String TEXT = "varchar";
  private static final String TIME = "timestamp";
  private static final String WHOLE = "int";

  private final CompiledFeatures features;
  private final SqlTrial trial;
  private final SqlTemplates sql = new SqlTemplates();
  private final Set<FeatureRule> tried = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  FeatureTrial(CompiledFeatures features, TableCatalog catalog) {
    this.features = features;
    this.trial = new SqlTrial(catalog);
  }

  /** What fails, by file and line. The windows of a feature are tried once. */
  List<Problem> problems() {
    for (CompiledFeature one : features.aggregated()) {
      FeatureRule rule = one.feature().rule();
      if (isDue(rule)) {
        String rows = empty(columns(one.source()));
        rule.value().ifPresent(value -> tried(one.feature(), "value", value, rows));
        rule.by().ifPresent(by -> tried(one.feature(), "by", by, rows));
        rule.filter().ifPresent(filter -> tried(one.feature(), "filter", filter, rows));
      }
    }
    for (CompiledFormula one : features.formulas()) {
      FeatureRule rule = one.feature().rule();
      if (isDue(rule)) {
        tried(one.feature(), "formula", rule.formula().orElseThrow(), empty(others(one)));
      }
    }
    return problems;
  }

  /** The built-in ones are tried by the tests of this project. */
  private boolean isDue(FeatureRule rule) {
    return !FeatureRegistry.builtInRules().contains(rule) && tried.add(rule);
  }

  private void tried(Feature feature, String key, WrittenExpression expression, String rows) {
    trial
        .fault(feature.filled(expression), rows)
        .ifPresent(said -> problems.add(feature.rule().place().problem(key, said)));
  }

  private String empty(Map<String, String> columns) {
    return sql.render(
        "features/empty_rows.sql",
        Map.of(
            "columns",
            columns.entrySet().stream()
                .map(one -> Map.of("name", one.getKey(), "type", one.getValue()))
                .toList()));
  }

  private static Map<String, String> columns(FeatureSource source) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("event_time", TIME);
    columns.put("day", WHOLE);
    switch (source.rows()) {
      case EVENTS, ORDERS -> ofEvents(source.rows(), columns);
      case LINES -> all(List.of("id", "line"), TEXT, columns);
      case ACTIVITY -> all(List.of("source"), TEXT, columns);
      case SESSIONS -> ofSessions(columns);
    }
    return columns;
  }

  private static void ofEvents(Rows rows, Map<String, String> columns) {
    all(List.of("id", "source", "source_id", "type", "version", "payload"), TEXT, columns);
    if (rows == Rows.ORDERS) {
      columns.put("products", TEXT);
      columns.put("product_lines", WHOLE);
    }
  }

  private static void ofSessions(Map<String, String> columns) {
    columns.put("started_at", TIME);
    all(
        List.of("duration_seconds", "events", "page_views", "session_number", "is_new"),
        "bigint",
        columns);
    all(FeatureScope.ofFirstPage(), TEXT, columns);
  }

  private static void all(List<String> names, String type, Map<String, String> columns) {
    names.forEach(name -> columns.put(name, type));
  }

  /** What a formula can read: all features but itself and those that read it. */
  private Map<String, String> others(CompiledFormula formula) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("as_of", TIME);
    columns.put("as_of_day", "date");
    features.aggregated().forEach(one -> columns.put(quoted(one.name()), type(one.type())));
    features.formulas().stream()
        .takeWhile(one -> one != formula)
        .forEach(one -> columns.put(quoted(one.name()), type(one.type())));
    return columns;
  }

  private static String quoted(String name) {
    return Identifiers.quote(name);
  }

  private static String type(FeatureType type) {
    return switch (type) {
      case STRING, ARRAY -> TEXT;
      case NUMERIC -> "float8";
      case INTEGER -> "bigint";
      case BOOLEAN -> "boolean";
    };
  }
}
