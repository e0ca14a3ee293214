package io.tributary.config;

import io.tributary.expression.Column;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of staged events as the expressions of attributes see them. */
public final class AttributeScope {
  private AttributeScope() {}

  /**
   * An event of the source. Besides the columns that every event has, the table's columns are
   * members of the payload, unless the source brings a payload of its own.
   */
  public static Scope of(BoundSource source) {
    return new Scope("the source `" + source.source().name() + "`", columns(source));
  }

  /** The columns of an event of the source, by the names that expressions may use. */
  static Map<String, Column> columns(BoundSource source) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : new String[] {"id", "source", "source_id", "type", "version"}) {
      columns.put(name, Column.named(name, ValueType.TEXT));
    }
    columns.put("event_time", Column.named("event_time", ValueType.TIMESTAMP));
    columns.put("payload", Column.named("payload", ValueType.JSON));
    columns.putIfAbsent(
        source.source().kind().moment(), Column.named("event_time", ValueType.TIMESTAMP));
    source.payload().keySet().forEach(name -> columns.putIfAbsent(name, member(name)));
    for (String prefix : ColumnSearch.PREFIXES) {
      source
          .payload()
          .forEach(
              (name, physical) -> {
                String folded = ColumnSearch.folded(physical);
                if (folded.startsWith(prefix) && folded.length() > prefix.length()) {
                  columns.putIfAbsent(folded.substring(prefix.length()), member(name));
                }
              });
    }
    return columns;
  }

  /** An element of an array. */
  public static Scope element() {
    return new Scope(
        "an element of an array", Map.of("value", Column.named("value", ValueType.JSON)));
  }

  private static Column member(String name) {
    String path = "json_extract_path_text(\"payload\", " + EventColumns.literal(name) + ", true)";
    return new Column(ValueType.JSON, path);
  }
}
