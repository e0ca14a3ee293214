package io.tributary.expression;

import io.tributary.warehouse.SqlToken;
import io.tributary.warehouse.SqlTokens;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code sql:} takes: one expression in Redshift's dialect over the columns of one row. It is
 * not read any further; a dry run on an empty table finds what it names wrongly, and its data can
 * fail it.
 */
public final class SqlExpression {
  private static final int LONGEST = 10_000;
  private static final Set<String> STATEMENTS =
      Set.of(
          "select",
          "with",
          "insert",
          "update",
          "delete",
          "merge",
          "create",
          "drop",
          "alter",
          "truncate",
          "copy",
          "unload",
          "grant",
          "revoke",
          "call",
          "union",
          "where",
          "having",
          "limit");
  private static final Set<String> OVER_ROWS =
      Set.of(
          "over",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "median",
          "listagg",
          "stddev",
          "variance",
          "any_value",
          "percentile_cont",
          "percentile_disc",
          "hll",
          "bool_and",
          "bool_or");
  private static final Map<String, String> CHANGING =
      Map.of(
          "random", "hash a column",
          "getdate", "name a column of the event",
          "timeofday", "name a column of the event");

  private final SqlTokens tokens;

  private SqlExpression(String sql) {
    this.tokens = new SqlTokens(sql);
  }

  /**
   * Checks the expression.
   *
   * @param type what its values are, which is taken as it is said
   * @throws ExpressionException if it is no single expression of portable SQL
   */
  public static CompiledExpression of(String sql, ValueType type) {
    SqlRules.checkLength("An expression of `sql:`", sql, LONGEST);
    new SqlExpression(sql).check();
    SqlRules.checkPortable("select (" + sql + ") as value");
    return new CompiledExpression("(" + sql.strip() + ")", type, Set.of());
  }

  private void check() {
    int open = 0;
    int index = 0;
    for (int at = 0; at < tokens.size(); at++) {
      SqlToken token = tokens.get(at);
      open += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      Optional<String> fault = open < 0 ? unopened() : fault(at, open);
      if (fault.isPresent()) {
        throw new ExpressionException(Position.of(tokens.text(), index), fault.get());
      }
      index += token.text().length();
    }
    if (open > 0) {
      throw new ExpressionException(
          Position.START, "A bracket of the expression is not closed; close it.");
    }
  }

  private static Optional<String> unopened() {
    return Optional.of("This bracket was not opened; remove it.");
  }

  private Optional<String> fault(int at, int open) {
    SqlToken token = tokens.get(at);
    return switch (token.kind()) {
      case SPACE ->
          token.text().isBlank()
              ? Optional.empty()
              : Optional.of("A comment has no place in an expression; remove it.");
      case STRING -> string(token.text());
      case QUOTED_NAME ->
          SqlRules.closes(token.text(), '"')
              ? Optional.empty()
              : Optional.of("The name that begins here does not end; close it with \".");
      case OPERATOR -> operator(token.text(), open);
      case WORD -> word(at, open);
      case NUMBER, BOUND_VALUE -> Optional.empty();
    };
  }

  private static Optional<String> string(String text) {
    return SqlRules.closes(text, '\'')
        ? Optional.empty()
        : Optional.of("The text that begins here does not end; put it between single quotes.");
  }

  private static Optional<String> operator(String operator, int open) {
    if (operator.equals(";")) {
      return Optional.of("A semicolon ends a statement, and this is an expression; remove it.");
    } else if (operator.equals(":") || operator.equals("?") || operator.equals("$")) {
      return Optional.of("There is nothing to bind to `" + operator + "`; write the value.");
    } else if (operator.equals(",") && open == 0) {
      return Optional.of("There is one expression; remove what follows the comma.");
    }
    return Optional.empty();
  }

  private Optional<String> word(int at, int open) {
    String word = tokens.word(at);
    boolean isName = tokens.isOperator(tokens.previous(at), ".");
    boolean isCall = tokens.isOperator(tokens.next(at), "(");
    if (isName) {
      return Optional.empty();
    } else if (STATEMENTS.contains(word)) {
      return Optional.of(
          "`%s` makes a query, and this is an expression over one row; remove it.".formatted(word));
    } else if (open == 0 && Set.of("as", "from").contains(word)) {
      return Optional.of("`%s` has no place here; write only the expression.".formatted(word));
    } else if (isCall && OVER_ROWS.contains(word)) {
      return Optional.of(
          "`%s` looks at several rows, and this is an expression over one; remove it."
              .formatted(word));
    } else if (isCall && CHANGING.containsKey(word)) {
      return Optional.of(
          "`%s` gives another value in every run; %s.".formatted(word, CHANGING.get(word)));
    }
    return Optional.empty();
  }
}
