package io.tributary.features;

import io.tributary.config.FeatureScope;
import io.tributary.features.CompiledFeature.Holds;
import io.tributary.features.CompiledFeature.Taken;
import io.tributary.features.CompiledFeature.Unread;
import io.tributary.features.FeatureSource.Rows;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table with what features take of the rows of one source, each different value once. Not safe
 * for use by several threads.
 */
final class RowsTable {
  /** The column of a row's day. */
  static final String DAY = "day";

  static final List<Integer> DIGITS = IntStream.range(0, 10).boxed().toList();

  private final FeatureSource source;
  private final String name;
  private final Map<Taken, String> columns = new LinkedHashMap<>();
  private final Map<String, String> unread = new LinkedHashMap<>();
  private boolean isPlaced;

  /**
   * @param number of the source among those of the run
   */
  RowsTable(FeatureSource source, int number) {
    this.source = source;
    this.name = "int_feature_rows_" + number;
  }

  FeatureSource source() {
    return source;
  }

  String name() {
    return name;
  }

  /** The column in which that is stored. */
  String column(Taken taken) {
    if (taken.holds() == Holds.DAY) {
      return DAY;
    }
    return columns.computeIfAbsent(taken, value -> "v" + (columns.size() + 1));
  }

  /** Has rows marked that have a text in place of a number. */
  void mark(Unread one) {
    unread.computeIfAbsent(one.column(), any -> column(one.flag()));
  }

  /** The column of the mark by the source's column. */
  Map<String, String> unread() {
    return unread;
  }

  /** Has rows numbered in their order. */
  void place() {
    isPlaced = true;
  }

  /** How many statements make and fill the table. */
  int size() {
    return source.rows() == Rows.LINES ? 4 : 2;
  }

  /** Makes and fills the table. */
  List<String> statements(StageContext context, AsOfMoments moments) {
    List<String> statements = new ArrayList<>();
    Map<String, Object> names = sourceNames(context, moments);
    if (source.rows() == Rows.LINES) {
      statements.add(context.render("features/create_int_feature_places.sql"));
      statements.add(context.render("features/int_feature_places.sql", names));
    }
    names.put("source_rows", context.render(source.rows().file(), names));
    names.put("rows", name);
    names.put("placed", isPlaced);
    names.put(
        "columns",
        columns.entrySet().stream()
            .map(
                one ->
                    Map.of(
                        "name", one.getValue(),
                        "sql", one.getKey().sql(),
                        "type", one.getKey().holds().column(),
                        "stored", one.getKey().holds().stored(one.getValue())))
            .toList());
    statements.add(context.render("features/create_int_feature_rows.sql", names));
    statements.add(context.render("features/int_feature_rows.sql", names));
    return statements;
  }

  /** The table of orders that it is filled from; empty for what is none. */
  Optional<OrdersTable> orders(StageContext context) {
    boolean isOfOrders = source.rows() == Rows.ORDERS || source.rows() == Rows.LINES;
    return source.bound().filter(any -> isOfOrders).map(one -> OrdersTable.of(one, context));
  }

  private Map<String, Object> sourceNames(StageContext context, AsOfMoments moments) {
    Map<String, Object> names = new HashMap<>();
    names.put(
        "source",
        source.bound().map(bound -> Identifiers.text(bound.source().name())).orElse("''"));
    names.put(
        "activity",
        FeatureSources.activity(context.plan().sources()).stream()
            .map(bound -> Identifiers.text(bound.source().name()))
            .collect(Collectors.joining(", ")));
    names.put("of_first_page", FeatureScope.ofFirstPage());
    names.put("digits", DIGITS);
    names.put("orders", orders(context).map(OrdersTable::name).orElse(""));
    names.put("day", moments.dayOf("sessions.started_at"));
    return names;
  }
}
