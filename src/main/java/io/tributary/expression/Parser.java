package io.tributary.expression;

import io.tributary.expression.Expression.Arithmetic;
import io.tributary.expression.Expression.Between;
import io.tributary.expression.Expression.Comparison;
import io.tributary.expression.Expression.In;
import io.tributary.expression.Expression.IsNull;
import io.tributary.expression.Expression.Like;
import io.tributary.expression.Expression.Logical;
import io.tributary.expression.Expression.Negation;
import io.tributary.expression.Expression.Not;
import io.tributary.expression.Expression.NumberValue;
import io.tributary.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads operators by their precedence; what they stand between is read by {@link Operands}. */
final class Parser {
  static final int LONGEST = 10_000;

  /** Of brackets and of operators in a row; the local warehouse's own limit is farther off. */
  static final int DEEPEST = 64;

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

  private static final Set<String> AFTER_VALUES = Set.of("is", "in", "like", "between", "not");

  private final Tokens tokens;
  private final Operands operands;
  private int depth;

  Parser(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          Position.START,
          "The expression has %,d characters; shorten it to %,d."
              .formatted(text.length(), LONGEST));
    } else if (text.isBlank()) {
      throw new ExpressionException(
          Position.START, "The expression is empty; write one such as `payload.email`.");
    }
    this.tokens = new Tokens(text);
    this.operands = new Operands(tokens, this);
  }

  Expression whole() {
    Expression expression = expression();
    if (tokens.current().kind() != Kind.END) {
      throw tokens.unexpected(
          "an operator or the end", "join conditions with `and` or `or`, or remove it.");
    }
    return expression;
  }

  Expression expression() {
    deeper();
    Expression read = any();
    depth--;
    return read;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new ExpressionException(
          tokens.current().at(),
          "The expression is more than %d levels deep here; split it up.".formatted(DEEPEST));
    }
  }

  private Expression any() {
    Position at = tokens.current().at();
    List<Expression> choices = new ArrayList<>(List.of(all()));
    while (tokens.tookWord("or")) {
      choices.add(all());
    }
    return choices.size() == 1 ? choices.get(0) : new Logical(false, choices, at);
  }

  private Expression all() {
    Position at = tokens.current().at();
    List<Expression> conditions = new ArrayList<>(List.of(condition()));
    while (tokens.tookWord("and")) {
      conditions.add(condition());
    }
    return conditions.size() == 1 ? conditions.get(0) : new Logical(true, conditions, at);
  }

  private Expression condition() {
    Position at = tokens.current().at();
    if (!tokens.tookWord("not")) {
      return comparison();
    }
    deeper();
    Expression negated = new Not(condition(), at);
    depth--;
    return negated;
  }

  private Expression comparison() {
    Expression left = sum();
    Token operator = tokens.current();
    if (operator.kind() == Kind.SYMBOL && COMPARISONS.contains(operator.text())) {
      tokens.take();
      return single(new Comparison(operator.text(), left, sum(), operator.at()));
    } else if (tokens.tookWord("is")) {
      boolean isNot = tokens.tookWord("not");
      tokens.requireWord("null", "write `is null` or `is not null`.");
      return single(new IsNull(left, isNot, operator.at()));
    }
    boolean isNot = tokens.tookWord("not");
    if (tokens.tookWord("in")) {
      return single(new In(left, isNot, operands.list(), operator.at()));
    } else if (tokens.tookWord("like")) {
      return single(like(left, isNot, operator.at()));
    } else if (tokens.tookWord("between")) {
      Expression low = sum();
      tokens.requireWord("and", "write `between 1 and 9`.");
      return single(new Between(left, isNot, low, sum(), operator.at()));
    } else if (isNot) {
      throw tokens.unexpected("`in`, `like` or `between`", "write `not` before the condition.");
    }
    return left;
  }

  private Like like(Expression left, boolean isNot, Position at) {
    String mend = "write a text in single quotes such as `'a%'`.";
    String pattern = tokens.requireText("the pattern", mend);
    String escape =
        tokens.tookWord("escape")
            ? tokens.requireText("the escape character", "write one such as `'!'`.")
            : "";
    return new Like(left, isNot, pattern, escape, at);
  }

  /** After a comparison no other one follows. */
  private Expression single(Expression comparison) {
    Token next = tokens.current();
    boolean follows = next.kind() == Kind.SYMBOL && COMPARISONS.contains(next.text());
    boolean isWord = next.kind() == Kind.WORD;
    if (follows || isWord && AFTER_VALUES.contains(next.text().toLowerCase(Locale.ROOT))) {
      throw new ExpressionException(
          next.at(),
          "A second comparison begins with %s; join the two with `and`, or put brackets around the"
                  .formatted(next.shown())
              + " first.");
    }
    return comparison;
  }

  private Expression sum() {
    int before = depth;
    Expression left = product();
    while (tokens.isSymbol("+") || tokens.isSymbol("-")) {
      deeper();
      Token operator = tokens.take();
      left = new Arithmetic(operator.text(), left, product(), operator.at());
    }
    depth = before;
    return left;
  }

  private Expression product() {
    int before = depth;
    Expression left = signed();
    while (tokens.isSymbol("*") || tokens.isSymbol("/")) {
      deeper();
      Token operator = tokens.take();
      left = new Arithmetic(operator.text(), left, signed(), operator.at());
    }
    depth = before;
    return left;
  }

  private Expression signed() {
    Position at = tokens.current().at();
    if (!tokens.tookSymbol("-")) {
      return operands.operand();
    } else if (tokens.current().kind() == Kind.NUMBER) {
      NumberValue positive = (NumberValue) operands.operand();
      return new NumberValue(positive.value().negate(), at);
    }
    deeper();
    Expression negated = new Negation(signed(), at);
    depth--;
    return negated;
  }
}
