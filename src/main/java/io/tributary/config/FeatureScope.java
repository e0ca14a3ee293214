package io.tributary.config;

import io.tributary.expression.Column;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of a source of features as expressions see them.
 *
 * @param columns those that there are
 * @param missing those that its kind has and its table has not
 */
public record FeatureScope(String name, Map<String, Column> columns, List<String> missing) {
  private static final String NOTHING = "null::varchar";
  private static final List<String> OF_FIRST_PAGE =
      List.of(
          "first_page_url",
          "first_page_host",
          "first_page_path",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "gclid",
          "fbclid",
          "msclkid",
          "referrer",
          "referrer_host",
          "referrer_medium",
          "referrer_source",
          "device",
          "browser",
          "operating_system",
          "country",
          "channel");

  public FeatureScope {
    columns = new LinkedHashMap<>(columns);
    missing = List.copyOf(missing);
  }

  /** Events of one source of the project. */
  public static FeatureScope events(BoundSource source, Features features) {
    Map<String, Column> columns = AttributeScope.columns(source);
    columns.put("day", Column.named("day", ValueType.INTEGER));
    switch (source.source().kind()) {
      case PRODUCT_ADDED -> {
        called("product", features.productRef(), columns);
        called("category", features.categoryRef(), columns);
      }
      case ORDER_COMPLETED -> {
        if (source.columns().containsKey("products")) {
          columns.put("product_lines", Column.named("product_lines", ValueType.INTEGER));
        }
      }
      default -> {}
    }
    List<String> missing =
        new ArrayList<>(
            source.source().kind().columns().stream().map(SourceKind.Column::name).toList());
    missing.addAll(List.of("product", "category", "product_lines"));
    missing.removeIf(columns::containsKey);
    return new FeatureScope("the source `" + source.source().name() + "`", columns, missing);
  }

  private static void called(String name, String column, Map<String, Column> columns) {
    Column there = columns.get(column.toLowerCase(Locale.ROOT));
    if (there != null) {
      columns.put(name, there);
    }
  }

  /** Tracks and pages together. */
  public static FeatureScope activity() {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("source", Column.named("source", ValueType.TEXT));
    columns.put("event_time", Column.named("event_time", ValueType.TIMESTAMP));
    columns.put("day", Column.named("day", ValueType.INTEGER));
    return new FeatureScope("`activity`", columns, List.of());
  }

  /** The lines of orders: each an element of {@code products}. */
  public static FeatureScope lines(Features features) {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("line", Column.named("line", ValueType.JSON));
    columns.put("event_time", Column.named("event_time", ValueType.TIMESTAMP));
    columns.put("product", member(features.productRef()));
    columns.put("category", member(features.categoryRef()));
    columns.put("price", member("price"));
    columns.put("quantity", member("quantity"));
    Scope scope = new Scope("`order_lines`", columns);
    String units =
        switch (features.units()) {
          case LINES -> "1";
          case QUANTITY -> "coalesce(quantity, 1)";
        };
    columns.put("units", calculated(units, scope));
    columns.put("spent", calculated("price * coalesce(quantity, 1)", scope));
    return new FeatureScope("`order_lines`", columns, List.of());
  }

  private static Column calculated(String expression, Scope scope) {
    String sql = CompiledExpression.as(ValueType.NUMBER, expression, scope).sql();
    return new Column(ValueType.NUMBER, "(" + sql + ")");
  }

  private static Column member(String name) {
    String path = "json_extract_path_text(\"line\", " + EventColumns.literal(name) + ", true)";
    return new Column(ValueType.JSON, path);
  }

  /**
   * Web sessions. What is known of a session is known at its beginning, or is of its events before
   * the as-of moment.
   */
  public static FeatureScope sessions() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name :
        List.of("duration_seconds", "page_views", "events", "session_number", "is_new")) {
      columns.put(name, Column.named(name, ValueType.INTEGER));
    }
    columns.put("started_at", Column.named("started_at", ValueType.TIMESTAMP));
    OF_FIRST_PAGE.forEach(name -> columns.put(name, Column.named(name, ValueType.TEXT)));
    return new FeatureScope("`web_sessions`", columns, List.of());
  }

  /** The columns of a session that are of its first page. */
  public static List<String> ofFirstPage() {
    return OF_FIRST_PAGE;
  }

  /** Those that there are. */
  public Scope there() {
    return new Scope(name, columns);
  }

  /** As if the table had all columns of its kind. */
  public Scope complete() {
    Map<String, Column> all = new LinkedHashMap<>(columns);
    missing.forEach(column -> all.put(column, new Column(ValueType.JSON, NOTHING)));
    return new Scope(name, all);
  }
}
