package io.tributary.warehouse;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Expressions whose value or type the two engines give differently. */
final class ResultRules {
  static final List<LintRule> RULES =
      List.of(
          ResultRules::average,
          ResultRules::untypedResult,
          ResultRules::frame,
          ResultRules::decimalDivision,
          ResultRules::daysAdded,
          ResultRules::superText);

  private static final Set<String> EXACT_OR_FLOAT = Set.of("float8", "float", "double", "real");
  private static final Set<String> DECIMAL = Set.of("decimal", "numeric");
  private static final Set<String> NEEDS_FRAME =
      Set.of(
          "sum",
          "avg",
          "count",
          "min",
          "max",
          "first_value",
          "last_value",
          "nth_value",
          "stddev",
          "stddev_samp",
          "stddev_pop",
          "variance",
          "var_samp",
          "var_pop",
          "listagg");

  private ResultRules() {}

  private static boolean isCall(SqlTokens sql, int at) {
    return sql.isOperator(sql.next(at), "(");
  }

  private static Optional<LintFinding> average(SqlTokens sql, int at) {
    if (!sql.isWord(at, "avg") || !isCall(sql, at)) {
      return Optional.empty();
    }
    int open = sql.next(at);
    for (int inside = open; inside < sql.closing(open); inside = sql.next(inside)) {
      boolean isType =
          sql.isOperator(sql.previous(inside), "::") || sql.isWord(sql.previous(inside), "as");
      if (isType
          && (EXACT_OR_FLOAT.contains(sql.word(inside)) || DECIMAL.contains(sql.word(inside)))) {
        return Optional.empty();
      }
    }
    return LintRule.found(
        sql, at, "avg of what may be an integer, which Redshift truncates", "use avg(x::float8)");
  }

  private static Optional<LintFinding> untypedResult(SqlTokens sql, int at) {
    String name = sql.word(at);
    boolean isTypedDifferently =
        Set.of("sum", "median", "percentile_cont").contains(name) && isCall(sql, at);
    if (!isTypedDifferently || isCastLater(sql, at)) {
      return Optional.empty();
    }
    return LintRule.found(
        sql,
        at,
        name + "() without a cast, whose type differs",
        "cast it: " + name + "(x)::bigint");
  }

  /** Whether the aggregate, or an expression in parentheses around it, is cast. */
  private static boolean isCastLater(SqlTokens sql, int at) {
    int after = afterAggregate(sql, at);
    int before = sql.previous(at);
    if (sql.isOperator(after, "::")) {
      return true;
    }
    int open = enclosing(sql, before);
    while (open >= 0) {
      String call = sql.word(sql.previous(open));
      if (call.equals("cast") || sql.isOperator(sql.next(sql.closing(open)), "::")) {
        return true;
      } else if (sql.isWord(sql.next(open), "select") || sql.isWord(sql.next(open), "with")) {
        return false;
      }
      open = enclosing(sql, sql.previous(open));
    }
    return isCompared(sql, at);
  }

  /** In HAVING and QUALIFY a value is only compared. */
  private static boolean isCompared(SqlTokens sql, int at) {
    for (int before = at; before >= 0; before = sql.previous(before)) {
      String word = sql.word(before);
      if (Set.of("having", "qualify").contains(word)) {
        return true;
      } else if (Set.of("select", "from", "where", "by").contains(word)) {
        return word.equals("by") && sql.isWord(sql.previous(before), "order");
      }
    }
    return false;
  }

  private static int enclosing(SqlTokens sql, int from) {
    for (int at = from; at >= 0; at = sql.previous(at)) {
      if (sql.isOperator(at, ")")) {
        at = sql.opening(at);
      } else if (sql.isOperator(at, "(")) {
        return at;
      }
    }
    return -1;
  }

  private static int afterAggregate(SqlTokens sql, int at) {
    int after = sql.next(sql.closing(sql.next(at)));
    if (sql.isPhrase(after, "within group (")) {
      after = sql.next(sql.closing(sql.next(sql.next(after))));
    }
    return sql.isPhrase(after, "over (") ? sql.next(sql.closing(sql.next(after))) : after;
  }

  private static Optional<LintFinding> frame(SqlTokens sql, int at) {
    if (!NEEDS_FRAME.contains(sql.word(at)) || !isCall(sql, at)) {
      return Optional.empty();
    }
    int over = sql.next(sql.closing(sql.next(at)));
    if (sql.isWord(over, "ignore") || sql.isWord(over, "respect")) {
      over = sql.next(sql.next(over));
    }
    if (!sql.isPhrase(over, "over (")) {
      return Optional.empty();
    }
    boolean ordered = false;
    boolean framed = false;
    int open = sql.next(over);
    for (int inside = open; inside < sql.closing(open); inside = sql.next(inside)) {
      ordered |= sql.isPhrase(inside, "order by");
      framed |= sql.isWord(inside, "rows");
    }
    return ordered && !framed
        ? LintRule.found(
            sql,
            at,
            "a window with ORDER BY and no frame",
            "add rows between unbounded preceding and current row")
        : Optional.empty();
  }

  private static Optional<LintFinding> decimalDivision(SqlTokens sql, int at) {
    int close = sql.previous(at);
    boolean isDecimal =
        sql.isOperator(at, "/")
            && sql.isOperator(close, ")")
            && DECIMAL.contains(sql.word(sql.previous(sql.opening(close))));
    int divisor = sql.next(at);
    while (isDecimal && divisor < sql.size() && !isEndOfOperand(sql, divisor)) {
      divisor = sql.isOperator(divisor, "(") ? sql.closing(divisor) : divisor;
      divisor = sql.next(divisor);
      if (sql.isOperator(divisor, "::") && EXACT_OR_FLOAT.contains(sql.word(sql.next(divisor)))) {
        return Optional.empty();
      }
    }
    return isDecimal
        ? LintRule.found(
            sql, at, "decimal / decimal, whose scale differs", "cast to float8, round at the end")
        : Optional.empty();
  }

  private static boolean isEndOfOperand(SqlTokens sql, int at) {
    return Set.of(",", ")", "+", "-", "*", "/", "=", "<", ">", ";").contains(sql.get(at).text())
        || Set.of("as", "from", "and", "or", "then", "end").contains(sql.word(at));
  }

  private static Optional<LintFinding> daysAdded(SqlTokens sql, int at) {
    boolean isSum = sql.isOperator(at, "+") || sql.isOperator(at, "-");
    boolean addsNumber = sql.get(sql.next(at)).kind() == SqlToken.Kind.NUMBER;
    int before = sql.previous(at);
    boolean isMoment =
        sql.isWord(sql.previous(before), "timestamp")
            || sql.isWord(before, "timestamp")
            || sql.isPhrase(sql.previous(sql.previous(before)), "getdate ( )");
    return isSum && addsNumber && isMoment
        ? LintRule.found(sql, at, "timestamp + number", "use dateadd")
        : Optional.empty();
  }

  /**
   * A path into a SUPER, cast or compared: its text keeps its quotes on one engine only. A column
   * named with its schema looks the same and is refused with it.
   */
  private static Optional<LintFinding> superText(SqlTokens sql, int at) {
    if (sql.word(at).isEmpty() || sql.isOperator(sql.previous(at), ".")) {
      return Optional.empty();
    }
    int end = sql.endOfName(at);
    long dots = sql.text(at, end).chars().filter(c -> c == '.').count();
    int after = sql.next(end);
    boolean isUsed = sql.isOperator(after, "::") || sql.isOperator(after, "=");
    return dots >= 2 && isUsed
        ? LintRule.found(
            sql, at, "a path of three names", "alias the table, or use json_extract_path_text")
        : Optional.empty();
  }
}
