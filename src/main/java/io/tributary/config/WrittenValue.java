package io.tributary.config;

import io.tributary.expression.Expression;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.SqlExpression;
import io.tributary.expression.ValueType;
import java.util.Objects;

/**
 * Where the project file takes a value from a row: a value expression, or what follows {@code
 * sql:}.
 */
public record WrittenValue(String text, Language language) {
  /** What the text is written in. */
  public enum Language {
    /** The language of value expressions. */
    EXPRESSION,
    /** Redshift's dialect, over the columns of the raw table. */
    SQL
  }

  public WrittenValue {
    Objects.requireNonNull(text);
    Objects.requireNonNull(language);
  }

  /** A value expression. */
  public static WrittenValue expression(String text) {
    return new WrittenValue(text, Language.EXPRESSION);
  }

  /** Whether it is one of Redshift's dialect. */
  boolean isSql() {
    return language == Language.SQL;
  }

  /**
   * Checks what can be checked without the table.
   *
   * @throws ExpressionException with the place, what is wrong and the mend
   */
  void check() {
    switch (language) {
      case EXPRESSION -> Expression.parse(text);
      case SQL -> SqlExpression.of(text, ValueType.TEXT);
    }
  }

  /** What it is called in sentences. */
  String described() {
    return (isSql() ? "The SQL " : "The value ") + Values.quoted(text);
  }
}
