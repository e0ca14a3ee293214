package io.tributary.events;

import io.tributary.config.BoundSource;
import io.tributary.config.EventColumns;
import io.tributary.config.IdentifierOrigin;
import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import io.tributary.config.WrittenValue;
import io.tributary.expression.SqlExpression;
import io.tributary.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What identifies the events of a source, as SQL. */
record EventIdentifiers(BoundSource bound, Identity identity) {
  private static final String NOTHING = "null::varchar";

  /** The logical columns that are read. */
  Set<String> columns() {
    Set<String> used = new TreeSet<>();
    for (IdentifierOrigin origin : origins()) {
      if (origin.value().language() == WrittenValue.Language.EXPRESSION) {
        used.addAll(EventColumns.text(origin.value().text(), bound).columns());
      }
    }
    if (!isNamed()) {
      identity.identifiers().stream()
          .map(IdentifierRule::name)
          .filter(bound.columns()::containsKey)
          .forEach(used::add);
    }
    used.remove(bound.source().kind().moment());
    return used;
  }

  /** The values that are SQL of the project file, over the raw table. */
  List<Map<String, String>> calculated() {
    List<Map<String, String>> calculated = new ArrayList<>();
    for (WrittenValue value : written()) {
      String sql = SqlExpression.of(value.text(), ValueType.TEXT).sql();
      calculated.add(
          Map.of(
              "raw", "rtrim(" + sql + "::varchar, ' ')",
              "name", "sql_" + (calculated.size() + 1)));
    }
    return calculated;
  }

  /** A value for each type of identifier, in order of priority. */
  List<String> values() {
    return identity.byPriority().stream().map(this::value).toList();
  }

  /**
   * For each type of identifier what events are looked up by, in order of priority. Only sources
   * that no identifier is taken from are looked up.
   */
  List<String> lookups() {
    return identity.byPriority().stream().map(this::lookup).toList();
  }

  private String lookup(IdentifierRule rule) {
    String column = rule.name();
    return isNamed() || !bound.columns().containsKey(column)
        ? NOTHING
        : EventColumns.text('"' + column + '"', bound).sql();
  }

  private boolean isNamed() {
    return identity.reads(bound.source().name());
  }

  private String value(IdentifierRule rule) {
    List<String> values =
        rule.from(bound.source().name()).stream().map(this::valueWhereItFits).toList();
    return values.isEmpty()
        ? NOTHING
        : values.size() == 1 ? values.get(0) : "coalesce(" + String.join(", ", values) + ")";
  }

  private String valueWhereItFits(IdentifierOrigin origin) {
    String value =
        switch (origin.value().language()) {
          case EXPRESSION -> EventColumns.text(origin.value().text(), bound).sql();
          case SQL -> "nullif(sql_" + (written().indexOf(origin.value()) + 1) + ", '')";
        };
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

  private List<WrittenValue> written() {
    return origins().stream()
        .map(IdentifierOrigin::value)
        .filter(value -> value.language() == WrittenValue.Language.SQL)
        .distinct()
        .toList();
  }

  private List<IdentifierOrigin> origins() {
    return identity.identifiers().stream()
        .flatMap(rule -> rule.from(bound.source().name()).stream())
        .toList();
  }
}
