package io.tributary.expression;

import io.tributary.expression.Expression.Call;
import io.tributary.expression.Expression.Cast;
import io.tributary.expression.Expression.Element;
import io.tributary.expression.Expression.Member;
import io.tributary.expression.Expression.NumberValue;
import io.tributary.expression.Expression.Path;
import io.tributary.expression.Expression.Step;
import io.tributary.expression.Expression.TextValue;
import io.tributary.expression.Expression.TruthValue;
import io.tributary.expression.Token.Kind;
import io.tributary.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads paths, literals, calls and brackets. */
final class Operands {
  /** Words that are columns only in double quotes. */
  static final Set<String> RESERVED =
      Set.of(
          "and", "or", "not", "in", "like", "is", "null", "between", "escape", "as", "true",
          "false");

  private static final int MOST_DIGITS = 30;
  private static final int LARGEST_EXPONENT = 19;
  private static final int LARGEST_INDEX = 99_999;
  private static final int MOST_STEPS = 20;
  private static final String EXAMPLES = "write one such as `payload.email`, `'text'` or `5`.";

  private final Tokens tokens;
  private final Parser parser;

  Operands(Tokens tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  Expression operand() {
    Token token = tokens.current();
    return switch (token.kind()) {
      case TEXT -> new TextValue(tokens.take().text(), token.at());
      case NUMBER -> number(tokens.take());
      case QUOTED_NAME -> path(tokens.take());
      case WORD -> word(token);
      case SYMBOL -> brackets();
      case END -> throw tokens.unexpected("a value", EXAMPLES);
    };
  }

  private Expression brackets() {
    if (!tokens.tookSymbol("(")) {
      throw tokens.unexpected("a value", EXAMPLES);
    }
    Expression inside = parser.expression();
    tokens.requireSymbol(")", "close the bracket.");
    return inside;
  }

  private Expression word(Token word) {
    if (tokens.following().isSymbol("(")) {
      return call(tokens.take());
    }
    String folded = word.text().toLowerCase(Locale.ROOT);
    return switch (folded) {
      case "true", "false" -> new TruthValue(tokens.take().isWord("true"), word.at());
      case "null" ->
          throw new ExpressionException(
              word.at(), "`null` is no value to compare; write `is null` or `is not null`.");
      case "case" ->
          throw new ExpressionException(
              word.at(), "There is no `case` here; write it as an expression of `sql:`.");
      default -> {
        if (RESERVED.contains(folded)) {
          throw tokens.unexpected(
              "a value", "a column of that name stands in quotes: `\"%s\"`.".formatted(folded));
        }
        yield path(tokens.take());
      }
    };
  }

  private NumberValue number(Token token) {
    boolean isLong = token.text().length() > MOST_DIGITS;
    BigDecimal value = isLong ? BigDecimal.ZERO : new BigDecimal(token.text());
    if (isLong || Math.abs(exponent(token.text())) > LARGEST_EXPONENT) {
      throw new ExpressionException(
          token.at(),
          "The number %s is too long; write at most %d characters and an exponent up to %d."
              .formatted(token.shown(), MOST_DIGITS, LARGEST_EXPONENT));
    }
    Token next = tokens.current();
    if (next.kind() == Kind.WORD && !RESERVED.contains(next.text().toLowerCase(Locale.ROOT))) {
      throw tokens.unexpected(
          "an operator", "a name that begins with a digit stands in double quotes.");
    }
    return new NumberValue(value, token.at());
  }

  private static int exponent(String number) {
    int e = number.toLowerCase(Locale.ROOT).indexOf('e');
    return e < 0
        ? 0
        : new BigDecimal(number.substring(e + 1)).min(BigDecimal.TEN.pow(6)).intValue();
  }

  private Path path(Token column) {
    if (column.text().isEmpty()) {
      throw new ExpressionException(column.at(), "A name is empty; write the column's.");
    }
    List<Step> steps = new ArrayList<>();
    while (tokens.isSymbol(".") || tokens.isSymbol("[")) {
      if (steps.size() == MOST_STEPS) {
        throw tokens.unexpected("no more than " + MOST_STEPS + " steps", "shorten the path.");
      }
      steps.add(tokens.tookSymbol(".") ? member() : element());
    }
    return new Path(column.text(), steps, column.at());
  }

  private Member member() {
    Token name = tokens.current();
    if (name.kind() != Kind.WORD && name.kind() != Kind.QUOTED_NAME) {
      throw tokens.unexpected(
          "a member's name", "one that does not begin with a letter stands in double quotes.");
    }
    boolean isUnreadable =
        name.text().isEmpty()
            || name.text().matches("[*]+")
            || name.text().chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ');
    if (isUnreadable) {
      throw new ExpressionException(
          name.at(),
          "The member %s cannot be read: it is empty, or of quotes, backslashes or asterisks;"
                  .formatted(name.shown())
              + " rename it before it is loaded.");
    }
    return new Member(tokens.take().text());
  }

  private Element element() {
    tokens.requireSymbol("[", "write `[0]`.");
    Token index = tokens.current();
    boolean isIndex = index.kind() == Kind.NUMBER && index.text().matches("[0-9]{1,5}");
    if (!isIndex) {
      throw tokens.unexpected(
          "an element's number", "write one from 0 to %d.".formatted(LARGEST_INDEX));
    }
    tokens.take();
    tokens.requireSymbol("]", "close the bracket.");
    return new Element(Integer.parseInt(index.text()));
  }

  private Expression call(Token name) {
    if (name.isWord("cast")) {
      return cast(name);
    } else if (RESERVED.contains(name.text().toLowerCase(Locale.ROOT))) {
      throw new ExpressionException(
          name.at(), "Expected a value, met %s; %s".formatted(name.shown(), EXAMPLES));
    }
    Function function = Function.named(name.text()).orElseThrow(() -> unknown(name));
    List<Expression> arguments = list();
    if (!function.takes(arguments.size())) {
      throw new ExpressionException(
          name.at(),
          "`%s` does not take %d arguments; write `%s`."
              .formatted(function.label(), arguments.size(), function.usage()));
    }
    return new Call(function, arguments, name.at());
  }

  private static ExpressionException unknown(Token name) {
    String mend =
        Nearest.to(name.text(), Function.names())
            .map(near -> "did you mean `" + near + "`?")
            .orElseGet(
                () ->
                    "there are %s; what they cannot say, `sql:` takes."
                        .formatted(Words.some(Function.names())));
    return new ExpressionException(
        name.at(), "There is no function %s; %s".formatted(name.shown(), mend));
  }

  private Expression cast(Token name) {
    tokens.requireSymbol("(", "write `cast(x as number)`.");
    Expression operand = parser.expression();
    tokens.requireWord("as", "write `cast(x as number)`.");
    String type = tokens.current().text().toLowerCase(Locale.ROOT);
    if (tokens.current().kind() != Kind.WORD || !ValueType.isCastable(type)) {
      throw tokens.unexpected("a type", "there are " + Words.some(ValueType.names()) + ".");
    }
    tokens.take();
    tokens.requireSymbol(")", "close the bracket.");
    return new Cast(operand, ValueType.named(type), name.at());
  }

  /** At least one expression, in brackets and with commas between them. */
  List<Expression> list() {
    tokens.requireSymbol("(", "write a list such as `('a', 'b')`.");
    List<Expression> values = new ArrayList<>(List.of(parser.expression()));
    while (tokens.tookSymbol(",")) {
      values.add(parser.expression());
    }
    tokens.requireSymbol(")", "close the bracket, or put a comma before it.");
    return values;
  }
}
