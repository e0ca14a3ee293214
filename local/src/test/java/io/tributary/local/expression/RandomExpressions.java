package io.tributary.local.expression;

import static io.tributary.expression.Position.START;

import io.tributary.expression.Expression;
import io.tributary.expression.Expression.Element;
import io.tributary.expression.Expression.Member;
import io.tributary.expression.Expression.Step;
import io.tributary.expression.Function;
import io.tributary.expression.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random expressions that have a meaning. */
final class RandomExpressions {
  private static final List<String> MEMBERS =
      List.of("a", "n", "flag", "at", "items", "odd key", "missing", "in", "é");
  private static final List<String> TEXTS =
      List.of("a", "B x", "it's", "12", "é😀", "c:\\x", "50%", "a_b ", "(?", "\n", "yes", "2024");
  private static final List<String> NUMBERS =
      List.of("0", "1", "-3", "2.5", "12", "1000000000.25", "-0.001", "7", "100000000000000");
  private static final List<String> MOMENTS =
      List.of("2024-05-15", "2024-05-15 10:20:30", "2023-12-31T23:59:59.5+02:00");
  private static final List<String> PATTERNS = List.of("[0-9]", "a+", "^B", "[^a-z]{2}", "x$", " ");
  private static final List<String> UNITS =
      List.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

  private final Random random;

  RandomExpressions(Random random) {
    this.random = random;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean isLeaf(int depth) {
    return depth <= 0 || random.nextInt(5) == 0;
  }

  /** Of any type. */
  Expression any(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> text(depth);
      case 1 -> number(depth);
      case 2 -> moment(depth);
      case 3 -> json();
      default -> condition(depth);
    };
  }

  private Expression json() {
    List<Step> steps = new ArrayList<>();
    for (int more = random.nextInt(3); more >= 0; more--) {
      steps.add(random.nextInt(4) == 0 ? new Element(random.nextInt(3)) : new Member(one(MEMBERS)));
    }
    return new Expression.Path("payload", steps, START);
  }

  private static Expression column(String name) {
    return new Expression.Path(name, List.of(), START);
  }

  private Expression writtenText() {
    return new Expression.TextValue(one(TEXTS.subList(0, 9)), START);
  }

  private Expression call(Function function, Expression... arguments) {
    return new Expression.Call(function, List.of(arguments), START);
  }

  private Expression cast(Expression operand, ValueType type) {
    return new Expression.Cast(operand, type, START);
  }

  private Expression text(int depth) {
    if (isLeaf(depth)) {
      return random.nextBoolean() ? column("email") : writtenText();
    }
    Expression inner = random.nextInt(3) == 0 ? json() : text(depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> call(Function.LOWER, inner);
      case 1 -> call(Function.UPPER, inner);
      case 2 -> call(Function.TRIM, inner);
      case 3 -> call(Function.SUBSTRING, inner, whole(1 + random.nextInt(4)), whole(2));
      case 4 ->
          call(
              Function.REGEXP_REPLACE,
              inner,
              new Expression.TextValue(one(PATTERNS), START),
              new Expression.TextValue(one(List.of("", "-", " ", "(?", "é")), START));
      case 5 -> call(Function.COALESCE, inner, text(depth - 1));
      default -> cast(any(depth - 1), ValueType.TEXT);
    };
  }

  private Expression whole(int value) {
    return new Expression.NumberValue(BigDecimal.valueOf(value), START);
  }

  /** Certainly a number, not a JSON value. */
  private Expression number(int depth) {
    if (isLeaf(depth)) {
      return switch (random.nextInt(3)) {
        case 0 -> column("amount");
        case 1 -> column("pages");
        default -> new Expression.NumberValue(new BigDecimal(one(NUMBERS)), START);
      };
    }
    return switch (random.nextInt(5)) {
      case 0, 1 ->
          new Expression.Arithmetic(
              one(List.of("+", "-", "*", "/")), numeric(depth - 2), numeric(depth - 2), START);
      case 2 -> new Expression.Negation(numeric(depth - 1), START);
      case 3 -> call(Function.COALESCE, numeric(depth - 1), number(depth - 1));
      default ->
          cast(
              random.nextBoolean() ? text(depth - 1) : numeric(depth - 1),
              random.nextBoolean() ? ValueType.NUMBER : ValueType.INTEGER);
    };
  }

  private Expression numeric(int depth) {
    return random.nextInt(3) == 0 ? json() : number(depth);
  }

  /** Certainly a moment. */
  private Expression moment(int depth) {
    if (isLeaf(depth)) {
      return column(random.nextBoolean() ? "event_time" : "birthday");
    }
    return switch (random.nextInt(3)) {
      case 0 ->
          call(Function.DATE_TRUNC, new Expression.TextValue(one(UNITS), START), moment(depth - 1));
      case 1 -> cast(json(), random.nextBoolean() ? ValueType.DATE : ValueType.TIMESTAMP);
      default -> call(Function.COALESCE, json(), moment(depth - 1));
    };
  }

  /** A truth value. */
  Expression condition(int depth) {
    if (isLeaf(depth)) {
      return random.nextBoolean()
          ? column("is_new")
          : new Expression.TruthValue(random.nextBoolean(), START);
    }
    boolean isNot = random.nextBoolean();
    return switch (random.nextInt(9)) {
      case 0 ->
          new Expression.Logical(
              random.nextBoolean(),
              List.of(condition(depth - 1), json(), condition(depth - 1)),
              START);
      case 1 -> new Expression.Not(condition(depth - 1), START);
      case 2 -> comparison(text(depth - 1), random.nextBoolean() ? json() : text(depth - 1));
      case 3 -> comparison(numeric(depth - 1), number(depth - 1));
      case 4 ->
          comparison(
              moment(depth - 1), new Expression.TextValue(one(MOMENTS.subList(0, 1)), START));
      case 5 -> like(random.nextBoolean() ? json() : text(depth - 1), isNot);
      case 6 -> new Expression.In(numeric(depth - 1), isNot, List.of(number(1), number(1)), START);
      case 7 ->
          new Expression.Between(
              numeric(depth - 1), isNot, number(depth - 1), numeric(depth - 1), START);
      default -> new Expression.IsNull(any(depth - 1), isNot, START);
    };
  }

  private Expression like(Expression operand, boolean isNot) {
    return new Expression.Like(
        operand,
        isNot,
        one(List.of("%a%", "_", "12%", "%!%", "é_", "B x")),
        random.nextBoolean() ? "" : "#",
        START);
  }

  private Expression comparison(Expression left, Expression right) {
    return new Expression.Comparison(
        one(List.of("=", "<>", "<", "<=", ">", ">=")), left, right, START);
  }
}
