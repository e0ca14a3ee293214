package io.tributary.expression;

import io.tributary.expression.Expression.TextValue;
import java.util.Arrays;
import java.util.List;

/**
 * A part of an expression as SQL.
 *
 * @param weight how many calls a warehouse sees once it has written out what is said twice
 * @param magnitude of numbers; of other types it has no meaning
 * @param mayBeEmpty whether it is text that can be empty, which has to become null
 */
record Typed(
    Expression source,
    ValueType type,
    String sql,
    int weight,
    Magnitude magnitude,
    boolean mayBeEmpty) {
  private static final int HEAVIEST = 5_000;
  private static final int LONGEST = 60_000;

  Typed {
    if (weight > HEAVIEST || sql.length() > LONGEST) {
      throw new ExpressionException(
          source.at(), "The expression becomes too much SQL here; split it up.");
    }
    if (type == ValueType.NUMBER && !magnitude.isSafe()) {
      throw new ExpressionException(
          source.at(),
          "So many factors can leave the range of numbers; multiply or divide fewer values.");
    }
  }

  /** SQL that holds other parts, in the order of the {@code %s} in the template. */
  static Typed of(Expression source, ValueType type, String template, Typed... parts) {
    return of(source, type, template, Arrays.asList(parts));
  }

  static Typed of(Expression source, ValueType type, String template, List<Typed> parts) {
    int weight = 1 + parts.stream().mapToInt(Typed::weight).sum();
    String sql = template.formatted(parts.stream().map(Typed::sql).toArray());
    return new Typed(source, type, sql, weight, usual(type), false);
  }

  private static Magnitude usual(ValueType type) {
    return type == ValueType.INTEGER ? Magnitude.OF_INTEGERS : Magnitude.OF_DATA;
  }

  Typed within(Magnitude other) {
    return new Typed(source, type, sql, weight, other, mayBeEmpty);
  }

  Typed maybeEmpty() {
    return new Typed(source, type, sql, weight, magnitude, true);
  }

  Typed as(ValueType other) {
    return new Typed(source, other, sql, weight, magnitude, mayBeEmpty);
  }

  Typed from(Expression other) {
    return new Typed(other, type, sql, weight, magnitude, mayBeEmpty);
  }

  /** The value as others see it: text is never empty. */
  Typed settled() {
    // Both engines write nullif out as a case that says its argument twice.
    return mayBeEmpty
        ? new Typed(source, type, "nullif(" + sql + ", '')", 1 + 2 * weight, magnitude, false)
        : this;
  }

  boolean isWrittenText() {
    return source instanceof TextValue && type == ValueType.TEXT;
  }

  /** The part as it was written, for a sentence. */
  String shown() {
    return Words.quoted(source.text());
  }
}
