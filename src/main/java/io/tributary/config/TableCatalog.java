package io.tributary.config;

import java.util.List;
import java.util.Optional;

/** Which raw tables there are: asked of the warehouse, or of the files of a project folder. */
public interface TableCatalog {
  /** The table's column names as stored, or empty where there is no such table. */
  Optional<List<String>> columns(String table);

  /** All tables, as {@code schema.table}. */
  List<String> tables();
}
