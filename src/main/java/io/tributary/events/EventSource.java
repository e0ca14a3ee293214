package io.tributary.events;

import io.tributary.config.BoundSource;
import io.tributary.config.EventColumns;
import io.tributary.config.IdentifierOrigin;
import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import io.tributary.config.SourceKind;
import io.tributary.warehouse.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    SourceKind kind = kind();
    String id = kind.columns().get(0).name();
    names.put("events", Identifiers.quote(table()));
    names.put("table", Identifiers.quoteTable(bound.source().table()));
    names.put("source", Identifiers.text(bound.source().name()));
    names.put("id", raw(id));
    names.put("id_name", Identifiers.text(id));
    names.put("id_column", Identifiers.quote(id));
    names.put("time", time);
    names.put("source_id", generic("source_id"));
    names.put("type", type());
    names.put("version", generic("version"));
    names.put("payload", generic("payload"));
    names.put("has_payload", kind == SourceKind.CUSTOMER_EVENTS);
    names.put("source_file", bound.hasOrigin() ? "_file" : NOTHING);
    names.put("source_line", bound.hasOrigin() ? "_line" : "null::bigint");
    names.put("columns", columns());
    names.put("identifiers", identifiers());
    names.put("contradicting", contradicting(kind));
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
  private List<Map<String, String>> columns() {
    Set<String> used = new TreeSet<>();
    for (IdentifierRule rule : identity.identifiers()) {
      for (IdentifierOrigin origin : rule.from(bound.source().name())) {
        used.addAll(EventColumns.text(origin.value(), bound).columns());
      }
    }
    used.remove(kind().moment());
    List<Map<String, String>> columns = new ArrayList<>();
    for (String logical : used) {
      columns.add(
          Map.of(
              "raw", raw(logical),
              "name", Identifiers.quote(EventColumns.alias(logical)),
              "logical", Identifiers.text(logical)));
    }
    return columns;
  }

  /** A value for each type of identifier, in order of priority. */
  private List<String> identifiers() {
    return identity.byPriority().stream().map(this::value).toList();
  }

  private String value(IdentifierRule rule) {
    List<String> values =
        rule.from(bound.source().name()).stream().map(this::valueWhereItFits).toList();
    return values.isEmpty()
        ? NOTHING
        : values.size() == 1 ? values.get(0) : "coalesce(" + String.join(", ", values) + ")";
  }

  private String valueWhereItFits(IdentifierOrigin origin) {
    String value = EventColumns.text(origin.value(), bound).sql();
    List<String> conditions = new ArrayList<>();
    among("type", origin.types(), conditions);
    among("version", origin.versions(), conditions);
    return conditions.isEmpty()
        ? value
        : "case when " + String.join(" and ", conditions) + " then " + value + " end";
  }

  private static void among(String column, List<String> values, List<String> conditions) {
    if (!values.isEmpty()) {
      conditions.add(
          values.stream()
              .map(EventColumns::literal)
              .collect(Collectors.joining(", ", column + " in (", ")")));
    }
  }

  private String generic(String logical) {
    return kind() == SourceKind.CUSTOMER_EVENTS ? raw(logical) : NOTHING;
  }

  private String raw(String logical) {
    return bound
        .column(logical)
        .map(physical -> Identifiers.quote(physical) + "::varchar")
        .orElse(NOTHING);
  }
}
