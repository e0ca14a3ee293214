package io.tributary.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tributary.expression.Column;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.Scope;
import io.tributary.expression.SqlExpression;
import io.tributary.expression.ValueType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An expression as the project file has it.
 *
 * @param text a value expression, or an expression of {@code sql:}
 * @param sql what values an expression of {@code sql:} gives; empty for a value expression
 */
public record WrittenExpression(String text, Optional<ValueType> sql) {
  public WrittenExpression {
    Objects.requireNonNull(text);
    Objects.requireNonNull(sql);
  }

  /** Whether it is Redshift's own. */
  @JsonIgnore
  public boolean isSql() {
    return sql.isPresent();
  }

  /**
   * What its values are.
   *
   * @throws io.tributary.expression.ExpressionException if it is wrong
   */
  public ValueType type(Scope scope) {
    return sql.orElseGet(() -> CompiledExpression.of(text, scope).type());
  }

  /**
   * Its values as another type; what cannot be read is null.
   *
   * @throws io.tributary.expression.ExpressionException if it is wrong
   */
  public CompiledExpression as(ValueType type, Scope scope) {
    if (sql.isEmpty()) {
      return CompiledExpression.as(type, text, scope);
    }
    Column column = new Column(sql.get(), SqlExpression.of(text, sql.get()).sql());
    return CompiledExpression.as(type, "value", new Scope("it", Map.of("value", column)));
  }

  /**
   * It as a filter.
   *
   * @throws io.tributary.expression.ExpressionException if it is wrong
   */
  public CompiledExpression condition(Scope scope) {
    return isSql()
        ? SqlExpression.of(text, ValueType.BOOLEAN)
        : CompiledExpression.condition(text, scope);
  }
}
