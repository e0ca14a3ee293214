package io.tributary.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which raw tables there are: asked of the warehouse, or of the files of a project folder. */
public interface TableCatalog {
  /** The table's column names as stored, or empty where there is no such table. */
  Optional<List<String>> columns(String table);

  /** All tables, as {@code schema.table}. */
  List<String> tables();

  /** Those of the table's columns that are of type SUPER, as stored. */
  default Set<String> nested(String table) {
    return Set.of();
  }

  /**
   * Tries an expression on the table without any of its rows.
   *
   * @param sql one expression of Redshift's dialect
   * @return what the warehouse says against it
   */
  Optional<String> refusal(String table, String sql);

  /**
   * Tries a query that reads no table.
   *
   * @param query one query of Redshift's dialect
   * @return what the warehouse says against it
   */
  default Optional<String> refusal(String query) {
    return Optional.empty();
  }
}
