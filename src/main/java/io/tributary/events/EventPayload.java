package io.tributary.events;

import io.tributary.config.BoundSource;
import io.tributary.config.EventColumns;
import io.tributary.config.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the payload of a source's events is: a column of the table, or a JSON object made of all its
 * columns.
 */
record EventPayload(BoundSource bound) {
  /** Whether events bring it with them. */
  boolean isBrought() {
    return bound.source().kind() == SourceKind.CUSTOMER_EVENTS;
  }

  /** As text, over the raw table. */
  String raw() {
    return RawColumn.of(bound, "payload").text();
  }

  /** Its length in bytes, over the raw table. */
  String bytes() {
    return RawColumn.of(bound, "payload").bytes();
  }

  /** The columns that it is made of: their values over the raw table, and their names. */
  List<Map<String, String>> members() {
    List<Map<String, String>> members = new ArrayList<>();
    for (Map.Entry<String, String> column : bound.payload().entrySet()) {
      members.add(
          Map.of(
              "raw", new RawColumn(bound, column.getValue()).text(),
              "name", "v" + (members.size() + 1),
              "key", EventColumns.literal(column.getKey())));
    }
    return members;
  }
}
