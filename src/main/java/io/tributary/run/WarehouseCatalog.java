package io.tributary.run;

import io.tributary.config.TableCatalog;
import io.tributary.error.DataException;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A schema's tables and views as the warehouse knows them, read once. */
final class WarehouseCatalog implements TableCatalog {
  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final Map<String, List<String>> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Set<String>> nested = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  WarehouseCatalog(Warehouse warehouse, SqlTemplates sql, String schema) {
    this.warehouse = warehouse;
    this.sql = sql;
    String query = sql.render("run/columns.sql", Map.of());
    Rows rows = warehouse.query("columns", query, Map.of("schema", schema));
    for (int row = 0; row < rows.size(); row++) {
      String table = rows.text(row, 0).orElseThrow();
      String column = rows.text(row, 1).orElseThrow();
      columns.computeIfAbsent(table, name -> new ArrayList<>()).add(column);
      if (rows.number(row, 2) == 1) {
        nested.computeIfAbsent(table, name -> new HashSet<>()).add(column);
      }
    }
  }

  @Override
  public Set<String> nested(String table) {
    return nested.getOrDefault(table, Set.of());
  }

  @Override
  public Optional<String> refusal(String table, String expression) {
    Map<String, String> names =
        Map.of("table", Identifiers.quoteTable(table), "expression", expression);
    return refusal(sql.render("run/try_expression.sql", names));
  }

  @Override
  public Optional<String> refusal(String query) {
    try {
      warehouse.query("try expression", query, Map.of());
      return Optional.empty();
    } catch (DataException e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Optional<List<String>> columns(String table) {
    return Optional.ofNullable(columns.get(table));
  }

  @Override
  public List<String> tables() {
    return List.copyOf(columns.keySet());
  }
}
