package io.tributary.identity;

import io.tributary.config.Identity;
import io.tributary.run.WarehouseNames;
import io.tributary.warehouse.SqlTemplates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What explaining reads of a project's warehouse, outside of any run. */
public final class IdentityQueries {
  private final Reading warehouse;
  private final SqlTemplates sql = new SqlTemplates();
  private final Map<String, Object> names = new HashMap<>();

  /** Runs one statement that reads, and gives its rows as text, null where there is no value. */
  @FunctionalInterface
  public interface Reading {
    /** The rows; closing them frees what they hold. */
    Stream<List<String>> rows(String statement);
  }

  IdentityQueries(Reading warehouse, String schema, Identity identity) {
    this.warehouse = warehouse;
    WarehouseNames schemas = WarehouseNames.of(schema, 0);
    names.put("store", schemas.store());
    names.put(
        "types",
        IntStream.range(0, identity.byPriority().size())
            .mapToObj(place -> Map.of("name", text(identity.byPriority().get(place).name())))
            .toList());
  }

  Stream<List<String>> rows(String name, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(names);
    all.putAll(more);
    return warehouse.rows(sql.render("identity/" + name + ".sql", all));
  }

  Optional<List<String>> first(String name, Map<String, ?> more) {
    try (Stream<List<String>> rows = rows(name, more)) {
      return rows.findFirst();
    }
  }

  static String text(String value) {
    return io.tributary.warehouse.Identifiers.text(value);
  }
}
