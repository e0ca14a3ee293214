package io.tributary.config;

import java.util.Locale;

/** What a feature makes of a profile's rows of a source. */
public enum Aggregation {
  COUNT,
  COUNT_DISTINCT,
  SUM,
  AVG,
  MIN,
  MAX,
  MEDIAN,
  FIRST,
  LAST,
  LIST,
  ANY,
  DAYS_SINCE,
  DAYS_SINCE_FIRST,
  MOST_FREQUENT,
  MOST_FREQUENT_BY;

  /** The name in a definition file, such as {@code count_distinct}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The aggregation of that name, which the schema knows. */
  static Aggregation of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing counts as 0, and is not unknown. */
  public boolean isZeroOfNothing() {
    return this == COUNT || this == COUNT_DISTINCT || this == SUM;
  }

  /** Whether it counts or dates rows, and so needs no value of them. */
  public boolean isOfRows() {
    return this == COUNT || this == DAYS_SINCE || this == DAYS_SINCE_FIRST;
  }

  /** Whether it chooses among distinct values, of which there may be too many. */
  public boolean isBounded() {
    return this == LIST || this == MOST_FREQUENT || this == MOST_FREQUENT_BY;
  }
}
