package io.tributary.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions of the language, beside {@code cast}. */
public enum Function {
  LOWER("lower(text)", 1, 1),
  UPPER("upper(text)", 1, 1),
  TRIM("trim(text)", 1, 1),
  COALESCE("coalesce(value, value, ...)", 2, 100),
  SUBSTRING("substring(text, 1, 3)", 2, 3),
  REGEXP_REPLACE("regexp_replace(text, 'pattern', 'replacement')", 3, 3),
  DATE_TRUNC("date_trunc('day', timestamp)", 2, 2);

  private final String usage;
  private final int fewest;
  private final int most;

  Function(String usage, int fewest, int most) {
    this.usage = usage;
    this.fewest = fewest;
    this.most = most;
  }

  /** As it is written in an expression. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it is called. */
  public String usage() {
    return usage;
  }

  boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }

  static Optional<Function> named(String name) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(name)).findFirst();
  }

  /** The names of all, {@code cast} among them. */
  static List<String> names() {
    return Stream.concat(Arrays.stream(values()).map(Function::label), Stream.of("cast")).toList();
  }
}
