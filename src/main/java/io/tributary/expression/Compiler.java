package io.tributary.expression;

import static io.tributary.expression.ValueType.INTEGER;
import static io.tributary.expression.ValueType.NUMBER;
import static io.tributary.expression.ValueType.TEXT;

import io.tributary.expression.Expression.NumberValue;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Gives each part of an expression its type and its SQL. Not safe for several threads. */
final class Compiler implements Expression.Visitor<Typed> {
  private static final int MOST_INTEGER_DIGITS = 18;

  private final Scope scope;
  private final Set<String> columns = new TreeSet<>();
  private final Conditions conditions = new Conditions(this);
  private final Functions functions = new Functions(this);

  Compiler(Scope scope) {
    this.scope = scope;
  }

  Typed compile(Expression expression) {
    return expression.accept(this);
  }

  /** The logical columns that were read, in lower case. */
  Set<String> columns() {
    return columns;
  }

  @Override
  public Typed path(Expression.Path path) {
    Column column = scope.column(path.column(), path.at());
    columns.add(path.column().toLowerCase(Locale.ROOT));
    return Columns.read(path, column);
  }

  @Override
  public Typed text(Expression.TextValue text) {
    String value = text.value().replaceFirst(" +\\z", "");
    if (value.isEmpty()) {
      throw new ExpressionException(
          text.at(), "Empty text is null here; write `is null` or `is not null`, or leave it out.");
    }
    return Typed.of(text, TEXT, Literals.text(value).replace("%", "%%"));
  }

  @Override
  public Typed number(NumberValue number) {
    boolean isWhole =
        number.value().scale() == 0 && number.value().precision() <= MOST_INTEGER_DIGITS;
    String digits = number.value().toPlainString();
    String sql = isWhole ? "cast(" + digits + " as bigint)" : "cast('" + digits + "' as float8)";
    return Typed.of(number, isWhole ? INTEGER : NUMBER, sql).within(Magnitude.of(number.value()));
  }

  @Override
  public Typed truth(Expression.TruthValue truth) {
    return Typed.of(truth, ValueType.BOOLEAN, String.valueOf(truth.value()));
  }

  @Override
  public Typed logical(Expression.Logical logical) {
    return conditions.logical(logical);
  }

  @Override
  public Typed not(Expression.Not not) {
    return conditions.not(not);
  }

  @Override
  public Typed comparison(Expression.Comparison comparison) {
    return conditions.comparison(comparison);
  }

  @Override
  public Typed like(Expression.Like like) {
    return conditions.like(like);
  }

  @Override
  public Typed in(Expression.In in) {
    return conditions.in(in);
  }

  @Override
  public Typed between(Expression.Between between) {
    return conditions.between(between);
  }

  @Override
  public Typed isNull(Expression.IsNull isNull) {
    return conditions.isNull(isNull);
  }

  @Override
  public Typed arithmetic(Expression.Arithmetic arithmetic) {
    String place = "`" + arithmetic.operator() + "`";
    Typed left = Agreement.as(NUMBER, compile(arithmetic.left()), place);
    Typed right = Agreement.as(NUMBER, compile(arithmetic.right()), place);
    boolean isDivision = arithmetic.operator().equals("/");
    String template = isDivision ? "(%s / nullif(%s, 0))" : "(%s " + arithmetic.operator() + " %s)";
    Magnitude magnitude =
        switch (arithmetic.operator()) {
          case "*" -> left.magnitude().times(right.magnitude());
          case "/" -> left.magnitude().over(right.magnitude());
          default -> left.magnitude().plus(right.magnitude());
        };
    // nullif is written out as a case that says the divisor twice.
    int weight = left.weight() + right.weight() * (isDivision ? 2 : 1) + 1;
    return new Typed(
        arithmetic, NUMBER, template.formatted(left.sql(), right.sql()), weight, magnitude, false);
  }

  @Override
  public Typed negation(Expression.Negation negation) {
    Typed operand = Agreement.as(NUMBER, compile(negation.operand()), "`-`");
    return Typed.of(negation, NUMBER, "(-%s)", operand).within(operand.magnitude());
  }

  @Override
  public Typed call(Expression.Call call) {
    return functions.call(call);
  }

  @Override
  public Typed cast(Expression.Cast cast) {
    return Casts.to(cast.type(), compile(cast.operand()), cast);
  }
}
