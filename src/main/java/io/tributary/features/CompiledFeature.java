package io.tributary.features;

import io.tributary.config.Aggregation;
import io.tributary.config.FeatureType;
import java.util.Objects;
import java.util.Optional;

/**
 * A feature that aggregates rows, as SQL.
 *
 * @param value what is taken of a row; empty where every row counts
 * @param by what is summed for each value
 * @param days the number of days of its window
 * @param maxSize the most distinct values
 * @param unread which rows have a text in place of a number; empty where that cannot be said
 */
record CompiledFeature(
    Feature feature,
    FeatureType type,
    FeatureSource source,
    Aggregation aggregation,
    Optional<Taken> value,
    Optional<Taken> by,
    int maxSize,
    Optional<Unread> unread) {
  CompiledFeature {
    Objects.requireNonNull(type);
    Objects.requireNonNull(source);
    Objects.requireNonNull(value);
    Objects.requireNonNull(by);
    Objects.requireNonNull(unread);
  }

  /** What is taken of a row of the source, null where the row does not count. */
  record Taken(String sql, Holds holds) {}

  /**
   * Rows of which a column has a text that is no number.
   *
   * @param flag 1 for such a row
   */
  record Unread(String column, Taken flag) {}

  /** How what is taken is stored. */
  enum Holds {
    /** That the row counts: 1. */
    FLAG("int"),
    TRUTH("int"),
    DAY("int"),
    NUMBER("decimal(38, 6)"),
    TEXT("varchar(65535)");

    private final String column;

    Holds(String column) {
      this.column = column;
    }

    /** The type of its column. */
    String column() {
      return column;
    }

    /** What is stored of a column of that name. */
    String stored(String name) {
      return switch (this) {
        case FLAG, DAY -> name;
        case TRUTH -> "case when " + name + " then 1 when not " + name + " then 0 end";
        case NUMBER ->
            "case when abs(%s) < cast('1e18' as float8) then cast(%s as decimal(38, 6)) end"
                .formatted(name, name);
        case TEXT -> "case when octet_length(" + name + ") <= 60000 then " + name + " end";
      };
    }
  }

  String name() {
    return feature.name();
  }

  Optional<Integer> days() {
    return feature.days();
  }
}
