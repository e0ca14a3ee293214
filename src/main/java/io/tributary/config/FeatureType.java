package io.tributary.config;

import java.util.Locale;

/** What a feature holds. */
public enum FeatureType {
  STRING,
  /** A floating point number. */
  NUMERIC,
  /** A whole number. */
  INTEGER,
  /** True or false; 1 or 0 among numbers. */
  BOOLEAN,
  /** A JSON array of texts, sorted. */
  ARRAY;

  /** The name in a definition file, such as {@code numeric}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that name, which the schema knows. */
  public static FeatureType of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
