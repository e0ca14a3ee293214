package io.tributary.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a value is, as far as it is known without data. */
public enum ValueType {
  /** Never empty and without trailing spaces: such text is null. */
  TEXT("text"),
  /** A floating point number of eight bytes. */
  NUMBER("number"),
  /** A whole number of eight bytes, exact. */
  INTEGER("integer"),
  BOOLEAN("boolean"),
  /** A moment in UTC, to the microsecond. */
  TIMESTAMP("timestamp"),
  DATE("date"),
  /** A value out of JSON: text that is read as what its place needs. */
  JSON("JSON value");

  private final String label;

  ValueType(String label) {
    this.label = label;
  }

  /** What it is called in sentences and in {@code cast}. */
  public String label() {
    return label;
  }

  boolean isNumeric() {
    return this == NUMBER || this == INTEGER;
  }

  boolean isText() {
    return this == TEXT || this == JSON;
  }

  /** With its article, for a sentence. */
  String described() {
    return switch (this) {
      case TEXT -> "text";
      case INTEGER -> "an integer";
      case JSON, NUMBER, BOOLEAN, TIMESTAMP, DATE -> "a " + label;
    };
  }

  /** Whether that word names a type that {@code cast} knows. */
  static boolean isCastable(String word) {
    return !word.equals("json") && names().contains(word);
  }

  static List<String> names() {
    return Arrays.stream(values()).filter(type -> type != JSON).map(ValueType::label).toList();
  }

  static ValueType named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
