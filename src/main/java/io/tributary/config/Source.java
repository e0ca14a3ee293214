package io.tributary.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A raw table and what it holds.
 *
 * @param name the name in the project file
 * @param table the table as {@code schema.table}
 * @param columns logical name to physical name, only where the project file says so
 */
public record Source(String name, SourceKind kind, String table, Map<String, String> columns) {
  public Source {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(table);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}
