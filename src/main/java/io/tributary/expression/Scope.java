package io.tributary.expression;

import io.tributary.text.Nearest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The columns that an expression may name, found without regard to case. */
public final class Scope {
  private final String description;
  private final Map<String, Column> columns = new TreeMap<>();

  /**
   * @param description what has the columns, for sentences, such as {@code the source `crm`}
   * @param columns by their logical names
   */
  public Scope(String description, Map<String, Column> columns) {
    this.description = description;
    columns.forEach((name, column) -> this.columns.put(name.toLowerCase(Locale.ROOT), column));
  }

  /** Whether a name is one of its columns. */
  public boolean has(String name) {
    return columns.containsKey(name.toLowerCase(Locale.ROOT));
  }

  Column column(String name, Position at) {
    Column column = columns.get(name.toLowerCase(Locale.ROOT));
    if (column == null) {
      throw new ExpressionException(at, missing(name));
    }
    return column;
  }

  private String missing(String name) {
    Optional<String> near = Nearest.to(name, columns.keySet());
    String mend =
        near.map(meant -> "did you mean " + Words.quoted(meant) + "?")
            .orElseGet(
                () ->
                    columns.isEmpty()
                        ? "it has none."
                        : "it has " + Words.some(columns.keySet()) + ".");
    return "%s has no column %s; %s".formatted(capitalized(), Words.quoted(name), mend);
  }

  private String capitalized() {
    return description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
  }
}
