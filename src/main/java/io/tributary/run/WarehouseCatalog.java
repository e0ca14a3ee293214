package io.tributary.run;

import io.tributary.config.TableCatalog;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A schema's tables and views as the warehouse knows them, read once. */
final class WarehouseCatalog implements TableCatalog {
  private final Map<String, List<String>> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  WarehouseCatalog(Warehouse warehouse, SqlTemplates sql, String schema) {
    String query = sql.render("run/columns.sql", Map.of());
    Rows rows = warehouse.query("columns", query, Map.of("schema", schema));
    for (int row = 0; row < rows.size(); row++) {
      columns
          .computeIfAbsent(rows.text(row, 0).orElseThrow(), table -> new ArrayList<>())
          .add(rows.text(row, 1).orElseThrow());
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
