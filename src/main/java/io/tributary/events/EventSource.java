package io.tributary.events;

import io.tributary.config.BoundSource;
import io.tributary.config.EventColumns;
import io.tributary.config.Identity;
import io.tributary.config.SourceKind;
import io.tributary.warehouse.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source whose rows are events, as placeholders for its SQL.
 *
 * @param time the moment of a row, as SQL that gives text
 */
record EventSource(BoundSource bound, Identity identity, String time) {
  private static final String NOTHING = "null::varchar";

  /** The working table of the source's events. */
  String table() {
    return EventStaging.table(bound);
  }

  SourceKind kind() {
    return bound.source().kind();
  }

  Map<String, Object> placeholders() {
    Map<String, Object> names = new HashMap<>();
    var identifiers = new EventIdentifiers(bound, identity);
    names.put("events", Identifiers.quote(table()));
    names.put("table", Identifiers.quoteTable(bound.source().table()));
    names.put("source", Identifiers.text(bound.source().name()));
    names.put("is_event", kind().isEvent());
    names.put("source_file", bound.hasOrigin() ? "_file" : NOTHING);
    names.put("source_line", bound.hasOrigin() ? "_line" : "null::bigint");
    names.put("nested", nested(identifiers.columns()));
    names.put("columns", columns(identifiers.columns()));
    names.put("calculated", identifiers.calculated());
    names.put("identifiers", identifiers.values());
    names.put("lookups", identifiers.lookups());
    names.put("web", new WebColumns(bound).placeholders());
    names.put("longest_user", longestUser(identifiers.columns()));
    names.put("contradicting", contradicting(kind()));
    names.putAll(event());
    return names;
  }

  /** The column of a user_id that is a profile, which may not be longer than one. */
  private String longestUser(Set<String> used) {
    boolean isProfile = identity.equals(Identity.ofUsers()) && used.contains("user_id");
    return isProfile ? Identifiers.quote(EventColumns.alias("user_id")) : null;
  }

  /** What an event is, whoever it is of. */
  private Map<String, Object> event() {
    Map<String, Object> names = new HashMap<>();
    var payload = new EventPayload(bound);
    String id = kind().columns().get(0).name();
    names.put("id", raw(id));
    names.put("id_name", Identifiers.text(id));
    names.put("id_column", Identifiers.quote(id));
    names.put("time", time);
    names.put("source_id", generic("source_id"));
    names.put("type", type());
    names.put("version", generic("version"));
    names.put("payload", payload.isBrought() ? payload.raw() : null);
    names.put("payload_bytes", payload.isBrought() ? payload.bytes() : null);
    names.put("members", payload.members());
    return names;
  }

  private String type() {
    String kind = Identifiers.text(kind().label());
    return switch (kind()) {
      case CUSTOMER_EVENTS -> raw("type");
      case TRACKS -> "coalesce(nullif(trim(" + raw("event") + "), ''), " + kind + ")";
      case PAGES,
          IDENTIFIES,
          PRODUCT_ADDED,
          CHECKOUT_STEP_COMPLETED,
          ORDER_COMPLETED,
          SESSION_SOURCES,
          SESSION_COSTS,
          CHANNEL_COSTS,
          REFERRERS,
          CONVERSIONS ->
          kind;
    };
  }

  /** Ids that stand several times with different values are refused with their own kind. */
  private static String contradicting(SourceKind kind) {
    return switch (kind) {
      case CONVERSIONS -> "int_conversion_copies";
      case SESSION_SOURCES -> "int_session_copies";
      default -> null;
    };
  }

  /** The columns that identifiers are taken from. */
  private List<Map<String, String>> columns(Set<String> used) {
    List<Map<String, String>> columns = new ArrayList<>();
    for (String logical : used) {
      columns.add(
          Map.of(
              "raw", raw(logical),
              "name", Identifiers.quote(EventColumns.alias(logical)),
              "logical", EventColumns.literal(logical)));
    }
    return columns;
  }

  /** The columns of type SUPER whose length has to be looked at before they are text. */
  private List<Map<String, String>> nested(Set<String> used) {
    Set<String> read = new LinkedHashSet<>(kind().isEvent() ? bound.payload().values() : Set.of());
    used.stream().map(logical -> bound.column(logical).orElseThrow()).forEach(read::add);
    read.removeIf(physical -> !new RawColumn(bound, physical).isNested());
    List<Map<String, String>> columns = new ArrayList<>();
    for (String physical : read) {
      columns.add(
          Map.of(
              "bytes", new RawColumn(bound, physical).bytes(),
              "name", "bytes_" + (columns.size() + 1),
              "logical", EventColumns.literal(physical)));
    }
    return columns;
  }

  private String generic(String logical) {
    return kind() == SourceKind.CUSTOMER_EVENTS ? raw(logical) : NOTHING;
  }

  private String raw(String logical) {
    return bound
        .column(logical)
        .map(physical -> new RawColumn(bound, physical).text())
        .orElse(NOTHING);
  }
}
