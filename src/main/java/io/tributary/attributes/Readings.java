package io.tributary.attributes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table with what some attributes take of events, or of the elements of one array. Not safe for
 * use by several threads.
 */
final class Readings {
  private final String table;
  private final Map<String, Reading> columns = new LinkedHashMap<>();
  private final List<Taken> taken = new ArrayList<>();

  Readings(String table) {
    this.table = table;
  }

  /** An attribute and the columns that it is calculated from. */
  record Taken(CompiledAttribute attribute, Reading value, Optional<Reading> weight) {
    /** Whether it is calculated from the elements of this value. */
    boolean isArray() {
      return attribute.elements().isPresent();
    }
  }

  String table() {
    return table;
  }

  List<Taken> taken() {
    return taken;
  }

  /** About how long the statement becomes. */
  int length() {
    return columns.values().stream().mapToInt(reading -> reading.length() + 300).sum();
  }

  /** Adds what the attribute takes of an event. */
  void add(CompiledAttribute attribute) {
    Reading value = column(attribute.value().orElseThrow());
    Optional<Reading> weight = attribute.weight().map(sql -> column(sql).asNumber());
    taken.add(new Taken(attribute, value, weight));
    if (attribute.elements().isPresent()) {
      value.asText();
    } else {
      use(attribute, value);
    }
  }

  /**
   * What the attribute takes of an element, in the columns of the elements.
   *
   * @param isEventWeighted whether an element weighs also what its event weighs
   */
  static Readings ofElements(String table, CompiledAttribute attribute, boolean isEventWeighted) {
    Readings elements = new Readings(table);
    CompiledAttribute.Elements outer = attribute.elements().orElseThrow();
    Reading value = elements.column(outer.value());
    use(attribute, value);
    Optional<Reading> weight =
        attribute.isWeighted()
            ? Optional.of(elements.weight(outer.weight(), isEventWeighted))
            : Optional.empty();
    elements.taken.add(new Taken(attribute, value, weight));
    return elements;
  }

  /** Both weights multiply; where either is no number, the element has none. */
  private Reading weight(Optional<String> own, boolean isEventWeighted) {
    String name = "weight";
    String wrong = "cast(wrong_weight as varchar)";
    String text =
        own.map(sql -> isEventWeighted ? "coalesce(" + wrong + ", " + sql + ")" : sql)
            .orElse(wrong);
    String number = own.isEmpty() ? "event_weight" : Reading.numberOf(name);
    Reading weight =
        new Reading(
                name,
                text,
                own.isPresent() && isEventWeighted ? "event_weight * " + number : number)
            .asNumber();
    columns.put(name, weight);
    return weight;
  }

  List<Map<String, Object>> placeholders() {
    return columns.values().stream().map(Reading::placeholders).toList();
  }

  private Reading column(String sql) {
    return columns.computeIfAbsent(sql, text -> new Reading("taken_" + (columns.size() + 1), text));
  }

  private static void use(CompiledAttribute attribute, Reading value) {
    if (attribute.sums() || attribute.compares()) {
      value.asNumber();
    }
    if (!attribute.sums()) {
      value.asText();
    }
  }
}
