package io.tributary.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an attribute makes of the values that its profile's events bring. */
public enum AttributeType {
  AVG,
  FIRST,
  LAST,
  LEAST_FREQUENT,
  LIST,
  MAX,
  MIN,
  MOST_FREQUENT,
  NUM_OF_UNIQUE,
  SUM,
  VALUE,
  CUSTOM;

  /** The name in a project file, such as {@code most_frequent}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that name, which the schema knows. */
  static AttributeType of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  static boolean isKnown(String label) {
    return Arrays.stream(values()).anyMatch(type -> type.label().equals(label));
  }

  /** Whether values are counted, so that each may weigh differently. */
  public boolean isWeighted() {
    return this == MOST_FREQUENT || this == LEAST_FREQUENT;
  }

  /** Whether each value is looked at once, however often it comes. */
  public boolean isOfDistinctValues() {
    return isWeighted() || List.of(LIST, NUM_OF_UNIQUE).contains(this);
  }
}
