package io.tributary.expression;

import io.tributary.warehouse.Identifiers;
import java.util.Objects;

/**
 * A logical column as expressions see it.
 *
 * @param type what its values are; JSON where they are JSON text of at most 65,535 bytes, which is
 *     what Redshift's functions read: staging refuses longer ones
 * @param sql the column where the expression will stand, such as {@code events."payload"}; it is
 *     taken as it is
 */
public record Column(ValueType type, String sql) {
  public Column {
    Objects.requireNonNull(type, "type");
    if (sql.isBlank()) {
      throw new IllegalArgumentException("A column has a reference in SQL");
    }
  }

  /** A column that is called so in the tables that the expression will read. */
  public static Column named(String name, ValueType type) {
    return new Column(type, Identifiers.quote(name));
  }
}
