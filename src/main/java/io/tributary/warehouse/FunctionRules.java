package io.tributary.warehouse;

import io.tributary.warehouse.SqlToken.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Only functions that Redshift has, each with the arguments that mean the same on both engines. */
final class FunctionRules {
  static final List<LintRule> RULES =
      List.of(
          FunctionRules::unknownFunction,
          FunctionRules::extractedEpoch,
          FunctionRules::weeksBetween,
          FunctionRules::differentOrders);

  private static final Set<String> FUNCTIONS = functions();

  /** Words before a parenthesis that call nothing. */
  private static final Set<String> NOT_CALLS =
      Set.of(
          "in",
          "over",
          "values",
          "and",
          "or",
          "not",
          "as",
          "on",
          "using",
          "from",
          "where",
          "select",
          "when",
          "then",
          "else",
          "case",
          "exists",
          "any",
          "all",
          "some",
          "by",
          "distinct",
          "union",
          "except",
          "intersect",
          "minus",
          "with",
          "set",
          "group",
          "between",
          "like",
          "ilike",
          "similar",
          "to",
          "key",
          "distkey",
          "sortkey",
          "varchar",
          "char",
          "decimal",
          "numeric",
          "bpchar",
          "nvarchar",
          "varbyte",
          "character",
          "varying",
          "identity",
          "sets",
          "rollup",
          "cube",
          "for",
          "limit",
          "is",
          "join",
          "having",
          "qualify",
          "check",
          "references",
          "time",
          "timestamp",
          "unload",
          "include",
          "unique",
          "exclude",
          "into");

  private FunctionRules() {}

  private static Set<String> functions() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FunctionRules.class.getResourceAsStream("redshift_functions.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<LintFinding> unknownFunction(SqlTokens sql, int at) {
    String word = sql.word(at);
    boolean isCall = !word.isEmpty() && sql.isOperator(sql.next(at), "(");
    if (!isCall || NOT_CALLS.contains(word) || FUNCTIONS.contains(word) || isDeclared(sql, at)) {
      return Optional.empty();
    }
    return LintRule.found(sql, at, "the function " + word, "use one that Redshift has");
  }

  /** Whether the word names a table, a view or a subquery whose columns are listed. */
  private static boolean isDeclared(SqlTokens sql, int at) {
    int before = sql.previous(at);
    while (sql.isOperator(before, ".")) {
      before = sql.previous(sql.previous(before));
    }
    boolean isSubquery = sql.isWord(sql.next(sql.closing(sql.next(at))), "as");
    boolean followsWith = sql.isWord(before, "with") || sql.isOperator(before, ",");
    return Set.of("into", "table", "view", "exists", "copy", "as", "references")
            .contains(sql.word(before))
        || Set.of("from", "join").contains(sql.word(sql.previous(before)))
        || sql.isOperator(before, ")")
        || followsWith && isSubquery;
  }

  private static Optional<LintFinding> extractedEpoch(SqlTokens sql, int at) {
    return sql.isPhrase(at, "extract ( epoch")
        ? LintRule.found(sql, at, "extract(epoch ...)", "use datediff(second, '1970-01-01', ...)")
        : Optional.empty();
  }

  private static Optional<LintFinding> weeksBetween(SqlTokens sql, int at) {
    int part = sql.next(sql.next(at));
    String name = sql.get(part).text().toLowerCase(Locale.ROOT).replace("'", "");
    boolean isDifference = sql.isWord(at, "datediff") || sql.isWord(at, "date_diff");
    return isDifference && Set.of("week", "weeks", "w").contains(name)
        ? LintRule.found(sql, at, "datediff by week", "divide the days by 7")
        : Optional.empty();
  }

  private static Optional<LintFinding> differentOrders(SqlTokens sql, int at) {
    if (!sql.isPhrase(at, "within group (")) {
      return Optional.empty();
    }
    String order = order(sql, at);
    for (int before = 0; before < at; before++) {
      if (sql.isPhrase(before, "within group (") && !order(sql, before).equals(order)) {
        return LintRule.found(
            sql, at, "two different WITHIN GROUP orders", "calculate them in two subqueries");
      }
    }
    return Optional.empty();
  }

  private static String order(SqlTokens sql, int within) {
    int open = sql.next(sql.next(within));
    StringBuilder order = new StringBuilder();
    for (int at = sql.next(open); at < sql.closing(open); at = sql.next(at)) {
      SqlToken token = sql.get(at);
      order.append(token.kind() == Kind.WORD ? sql.word(at) : token.text()).append(' ');
    }
    return order.toString();
  }
}
