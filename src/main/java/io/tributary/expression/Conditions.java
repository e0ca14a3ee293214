package io.tributary.expression;

import static io.tributary.expression.ValueType.BOOLEAN;
import static io.tributary.expression.ValueType.TEXT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Comparisons and what joins them, as SQL. */
final class Conditions {
  private final Compiler compiler;

  Conditions(Compiler compiler) {
    this.compiler = compiler;
  }

  private static String not(boolean isNot) {
    return isNot ? "not " : "";
  }

  Typed logical(Expression.Logical logical) {
    String word = logical.isAnd() ? " and " : " or ";
    List<Typed> operands =
        logical.operands().stream()
            .map(compiler::compile)
            .map(operand -> Agreement.as(BOOLEAN, operand, "`" + word.strip() + "`"))
            .toList();
    String places = String.join(word, Collections.nCopies(operands.size(), "%s"));
    return Typed.of(logical, BOOLEAN, "(" + places + ")", operands);
  }

  Typed not(Expression.Not not) {
    Typed operand = Agreement.as(BOOLEAN, compiler.compile(not.operand()), "`not`");
    return Typed.of(not, BOOLEAN, "(not %s)", operand);
  }

  Typed comparison(Expression.Comparison comparison) {
    String operator = comparison.operator();
    boolean isOrdered = !operator.equals("=") && !operator.equals("<>");
    List<Typed> sides =
        agreed(Stream.of(comparison.left(), comparison.right()), isOrdered, "`" + operator + "`");
    return Typed.of(comparison, BOOLEAN, "(%s " + operator + " %s)", sides);
  }

  private List<Typed> agreed(Stream<Expression> sides, boolean isOrdered, String place) {
    List<Typed> agreed = Agreement.between(sides.map(compiler::compile).toList(), isOrdered, place);
    if (isOrdered && agreed.get(0).type() == BOOLEAN) {
      throw new ExpressionException(
          agreed.get(0).source().at(), "Truth values have no order; compare them with `=`.");
    }
    return agreed;
  }

  Typed in(Expression.In in) {
    Stream<Expression> all = Stream.concat(Stream.of(in.operand()), in.values().stream());
    List<Typed> agreed = new ArrayList<>(agreed(all, false, "`in`"));
    String places = String.join(", ", Collections.nCopies(in.values().size(), "%s"));
    return Typed.of(in, BOOLEAN, "(%s " + not(in.isNot()) + "in (" + places + "))", agreed);
  }

  Typed between(Expression.Between between) {
    List<Typed> agreed =
        agreed(Stream.of(between.operand(), between.low(), between.high()), true, "`between`");
    String template = "(%s " + not(between.isNot()) + "between %s and %s)";
    return Typed.of(between, BOOLEAN, template, agreed);
  }

  Typed isNull(Expression.IsNull isNull) {
    Typed operand = compiler.compile(isNull.operand()).settled();
    return Typed.of(isNull, BOOLEAN, "(%s is " + not(isNull.isNot()) + "null)", operand);
  }

  Typed like(Expression.Like like) {
    Typed operand = Agreement.as(TEXT, compiler.compile(like.operand()), "`like`");
    fault(like.pattern(), like.escape())
        .ifPresent(
            fault -> {
              throw new ExpressionException(like.at(), fault);
            });
    String pattern = Literals.text(like.pattern()).replace("%", "%%");
    String escape = like.escape().isEmpty() ? "" : " escape " + Literals.text(like.escape());
    return Typed.of(
        like, BOOLEAN, "(%s " + not(like.isNot()) + "like " + pattern + escape + ")", operand);
  }

  /** What engines would read differently, or nobody means. */
  private static Optional<String> fault(String pattern, String escape) {
    if (pattern.isEmpty()) {
      return Optional.of("No text is like `''`; write `is null`.");
    } else if (escape.isEmpty()) {
      return pattern.indexOf('\\') < 0
          ? Optional.empty()
          : Optional.of("A backslash escapes on one engine only; write `like 'a!%b' escape '!'`.");
    } else if (escape.length() != 1 || "\\%_".contains(escape)) {
      return Optional.of("An escape is one character, not `\\`, `%` or `_`; write `escape '!'`.");
    }
    char sign = escape.charAt(0);
    for (int at = pattern.indexOf(sign); at >= 0; at = pattern.indexOf(sign, at + 2)) {
      boolean escapes =
          at + 1 < pattern.length() && ("%_" + sign).indexOf(pattern.charAt(at + 1)) >= 0;
      if (!escapes) {
        return Optional.of(
            "The escape `%1$s` stands before nothing that it escapes; write `%1$s%1$s` for itself."
                .formatted(sign));
      }
    }
    return Optional.empty();
  }
}
