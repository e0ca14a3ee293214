package io.tributary.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables that are only their columns. */
record Tables(Map<String, List<String>> byName) implements TableCatalog {
  static Tables none() {
    return new Tables(new LinkedHashMap<>());
  }

  static Tables good() {
    return none()
        .with("raw.conversions", "conv_id", "user_id", "timestamp", "revenue")
        .with("raw.session_sources", "session_id", "user_id", "timestamp", "channel_name");
  }

  Tables with(String table, String... columns) {
    byName.put(table, List.of(columns));
    return this;
  }

  @Override
  public Optional<List<String>> columns(String table) {
    return Optional.ofNullable(byName.get(table));
  }

  @Override
  public List<String> tables() {
    return new ArrayList<>(byName.keySet());
  }

  @Override
  public Set<String> nested(String table) {
    return byName.get(table).contains("payload") ? Set.of("payload") : Set.of();
  }

  @Override
  public Optional<String> refusal(String table, String sql) {
    return sql.contains("emial")
        ? Optional.of("column \"emial\" does not exist in\n " + table + ".")
        : Optional.empty();
  }
}
