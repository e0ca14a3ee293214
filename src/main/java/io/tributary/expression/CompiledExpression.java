package io.tributary.expression;

import java.util.Set;

/**
 * A value expression as SQL that runs alike on Redshift and on the local warehouse. No row's data
 * makes it fail.
 *
 * @param sql one expression, in brackets where it needs them
 * @param type what it gives; JSON values are TEXT here
 * @param columns the logical columns that it reads, in lower case; of an expression of {@code sql:}
 *     none is known
 */
public record CompiledExpression(String sql, ValueType type, Set<String> columns) {
  public CompiledExpression {
    columns = Set.copyOf(columns);
  }

  /**
   * Reads, checks and compiles an expression.
   *
   * @throws ExpressionException with the place, what is wrong and the mend
   */
  public static CompiledExpression of(String text, Scope scope) {
    Compiler compiler = new Compiler(scope);
    Typed value = compiler.compile(Expression.parse(text)).settled();
    ValueType type = value.type() == ValueType.JSON ? ValueType.TEXT : value.type();
    return new CompiledExpression(value.sql(), type, compiler.columns());
  }

  /**
   * The same as {@code cast(… as type)}: what cannot be read is null.
   *
   * @throws ExpressionException if values of the one type never are values of the other
   */
  public static CompiledExpression as(ValueType type, String text, Scope scope) {
    Compiler compiler = new Compiler(scope);
    Expression source = Expression.parse(text);
    Typed value = Casts.to(type, compiler.compile(source), source);
    return new CompiledExpression(value.sql(), type, compiler.columns());
  }

  /**
   * A condition, such as a filter: a comparison, a truth value, or a JSON value read as one.
   *
   * @throws ExpressionException also if it is a value of another type
   */
  public static CompiledExpression condition(String text, Scope scope) {
    Compiler compiler = new Compiler(scope);
    Typed value =
        Agreement.as(ValueType.BOOLEAN, compiler.compile(Expression.parse(text)), "A filter");
    return new CompiledExpression(value.sql(), ValueType.BOOLEAN, compiler.columns());
  }
}
