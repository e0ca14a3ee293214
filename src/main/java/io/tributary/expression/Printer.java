package io.tributary.expression;

import io.tributary.expression.Expression.Element;
import io.tributary.expression.Expression.Member;
import io.tributary.expression.Expression.Negation;
import io.tributary.expression.Expression.NumberValue;
import io.tributary.expression.Expression.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an expression with no more brackets than it needs. */
final class Printer implements Expression.Visitor<String> {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGN = 7;
  private static final int OPERAND = 8;

  private static final Printer PRINTER = new Printer();

  private Printer() {}

  static String text(Expression expression) {
    return expression.accept(PRINTER);
  }

  /** In brackets where it would not be read as one in a place of that precedence. */
  private String inside(int precedence, Expression expression) {
    String text = text(expression);
    return Precedence.of(expression) < precedence ? "(" + text + ")" : text;
  }

  private String list(List<Expression> expressions) {
    return expressions.stream().map(Printer::text).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String not(boolean isNot) {
    return isNot ? "not " : "";
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String name(String name, boolean isColumn) {
    boolean isPlain =
        name.matches("[\\p{L}_][\\p{L}\\p{Nd}_$]*") && name.chars().noneMatch(Printer::isHalf);
    boolean isReserved = Operands.RESERVED.contains(name.toLowerCase(Locale.ROOT));
    boolean isBare = isPlain && !(isColumn && (isReserved || name.equalsIgnoreCase("case")));
    return isBare ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static boolean isHalf(int c) {
    return Character.isSurrogate((char) c);
  }

  @Override
  public String path(Expression.Path path) {
    StringBuilder text = new StringBuilder(name(path.column(), true));
    for (Step step : path.steps()) {
      text.append(
          step instanceof Member member
              ? "." + name(member.name(), false)
              : "[" + ((Element) step).index() + "]");
    }
    return text.toString();
  }

  @Override
  public String text(Expression.TextValue text) {
    return quoted(text.value());
  }

  @Override
  public String number(NumberValue number) {
    return number.value().toPlainString();
  }

  @Override
  public String truth(Expression.TruthValue truth) {
    return String.valueOf(truth.value());
  }

  @Override
  public String logical(Expression.Logical logical) {
    int precedence = logical.isAnd() ? AND : OR;
    return logical.operands().stream()
        .map(operand -> inside(precedence + 1, operand))
        .collect(Collectors.joining(logical.isAnd() ? " and " : " or "));
  }

  @Override
  public String not(Expression.Not not) {
    return "not " + inside(NOT, not.operand());
  }

  @Override
  public String comparison(Expression.Comparison comparison) {
    return "%s %s %s"
        .formatted(
            inside(SUM, comparison.left()), comparison.operator(), inside(SUM, comparison.right()));
  }

  @Override
  public String like(Expression.Like like) {
    String escape = like.escape().isEmpty() ? "" : " escape " + quoted(like.escape());
    return inside(SUM, like.operand())
        + " "
        + not(like.isNot())
        + "like "
        + quoted(like.pattern())
        + escape;
  }

  @Override
  public String in(Expression.In in) {
    return inside(SUM, in.operand()) + " " + not(in.isNot()) + "in " + list(in.values());
  }

  @Override
  public String between(Expression.Between between) {
    return "%s %sbetween %s and %s"
        .formatted(
            inside(SUM, between.operand()),
            not(between.isNot()),
            inside(SUM, between.low()),
            inside(SUM, between.high()));
  }

  @Override
  public String isNull(Expression.IsNull isNull) {
    return inside(SUM, isNull.operand()) + " is " + not(isNull.isNot()) + "null";
  }

  @Override
  public String arithmetic(Expression.Arithmetic arithmetic) {
    int precedence = "+-".contains(arithmetic.operator()) ? SUM : PRODUCT;
    return "%s %s %s"
        .formatted(
            inside(precedence, arithmetic.left()),
            arithmetic.operator(),
            inside(precedence + 1, arithmetic.right()));
  }

  @Override
  public String negation(Negation negation) {
    Expression operand = negation.operand();
    boolean isSigned = operand instanceof NumberValue || operand instanceof Negation;
    return "-" + inside(isSigned ? OPERAND + 1 : OPERAND, operand);
  }

  @Override
  public String call(Expression.Call call) {
    return call.function().label() + list(call.arguments());
  }

  @Override
  public String cast(Expression.Cast cast) {
    return "cast(" + text(cast.operand()) + " as " + cast.type().label() + ")";
  }

  /** How tightly an expression holds together. */
  private static final class Precedence {
    private Precedence() {}

    static int of(Expression expression) {
      if (expression instanceof Expression.Logical logical) {
        return logical.isAnd() ? AND : OR;
      } else if (expression instanceof Expression.Not) {
        return NOT;
      } else if (expression instanceof Expression.Arithmetic arithmetic) {
        return "+-".contains(arithmetic.operator()) ? SUM : PRODUCT;
      } else if (expression instanceof Negation) {
        return SIGN;
      }
      boolean isComparison =
          expression instanceof Expression.Comparison
              || expression instanceof Expression.Like
              || expression instanceof Expression.In
              || expression instanceof Expression.Between
              || expression instanceof Expression.IsNull;
      return isComparison ? COMPARISON : OPERAND;
    }
  }
}
