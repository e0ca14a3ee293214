package io.tributary.config;

import io.tributary.expression.Column;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of staged events as the expressions of attributes see them. */
public final class AttributeScope {
  /** What the columns of staged events are called, and what they hold. */
  private static final Map<String, ValueType> OF_EVENTS = new LinkedHashMap<>();

  static {
    OF_EVENTS.put("id", ValueType.TEXT);
    OF_EVENTS.put("source", ValueType.TEXT);
    OF_EVENTS.put("source_id", ValueType.TEXT);
    OF_EVENTS.put("type", ValueType.TEXT);
    OF_EVENTS.put("version", ValueType.TEXT);
    OF_EVENTS.put("event_time", ValueType.TIMESTAMP);
    OF_EVENTS.put("payload", ValueType.JSON);
  }

  private AttributeScope() {}

  /**
   * An event of the source. The columns of a source of {@code customer_events} are those of the
   * event; those of the other kinds are members of its payload.
   */
  public static Scope of(BoundSource source) {
    Map<String, Column> columns = new LinkedHashMap<>();
    OF_EVENTS.forEach((name, type) -> columns.put(name, Column.named(name, type)));
    if (source.source().kind() != SourceKind.CUSTOMER_EVENTS) {
      source.columns().keySet().stream()
          .filter(name -> !name.equals("id"))
          .forEach(name -> columns.put(name, member(name)));
      columns.put(source.source().kind().moment(), Column.named("event_time", ValueType.TIMESTAMP));
    }
    return new Scope("the source `" + source.source().name() + "`", columns);
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
