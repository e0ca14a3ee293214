package io.tributary.extract;

import io.tributary.config.BoundSource;
import io.tributary.config.SourceKind;
import io.tributary.warehouse.Identifiers;
import java.util.HashMap;
import java.util.Map;

/** A bound source as placeholders for its staging SQL: each logical column as text, or null. */
final class SourceColumns {
  private final BoundSource bound;

  SourceColumns(BoundSource bound) {
    this.bound = bound;
  }

  /** The placeholders; {@code time} is the source's timestamp, or its date and time together. */
  Map<String, Object> placeholders() {
    Map<String, Object> placeholders = new HashMap<>();
    for (SourceKind.Column column : bound.source().kind().columns()) {
      String name = column.name().equals("source") ? "source_name" : column.name();
      placeholders.put(name, text(column.name()));
    }
    placeholders.put("table", Identifiers.quoteTable(bound.source().table()));
    placeholders.put("source", Identifiers.text(bound.source().name()));
    placeholders.put("source_file", bound.hasOrigin() ? "_file" : "null::varchar");
    placeholders.put("source_line", bound.hasOrigin() ? "_line" : "null::bigint");
    placeholders.put("time", time());
    return placeholders;
  }

  /** The moment of a row: one column, or a day and a time of that day. */
  String time() {
    String moment = bound.source().kind().moment();
    if (bound.source().kind().isEvent()) {
      return text(moment);
    }
    if (bound.column("timestamp").isPresent()) {
      return text("timestamp");
    }
    String prefix = bound.source().kind() == SourceKind.CONVERSIONS ? "conv" : "event";
    return text(prefix + "_date") + " || ' ' || " + text(prefix + "_time");
  }

  private String text(String logical) {
    return bound
        .column(logical)
        .map(physical -> Identifiers.quote(physical) + "::varchar")
        .orElse("null::varchar");
  }
}
