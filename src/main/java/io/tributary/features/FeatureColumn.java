package io.tributary.features;

import io.tributary.config.FeatureType;
import io.tributary.warehouse.Identifiers;

/**
 * A feature as a column.
 *
 * @param description what it means, in sentences
 * @param definition how it is calculated, as its definition says
 */
record FeatureColumn(String name, FeatureType type, String description, String definition) {
  /** The column of the table behind the views; of another type it is another column. */
  String stored() {
    return name + ":" + type.label();
  }

  /** The type of that column. */
  String storedType() {
    return switch (type) {
      case STRING, ARRAY -> "varchar(65535) encode zstd";
      case NUMERIC -> "float8 encode zstd";
      case INTEGER -> "bigint encode az64";
      case BOOLEAN -> "boolean encode zstd";
    };
  }

  /** The name in the column of types of the long table: string, numeric or array. */
  String shownType() {
    return switch (type) {
      case STRING, ARRAY -> type.label();
      case NUMERIC, INTEGER, BOOLEAN -> FeatureType.NUMERIC.label();
    };
  }

  String quoted() {
    return Identifiers.quote(name);
  }

  String quotedStored() {
    return Identifiers.quote(stored());
  }
}
