package io.tributary.warehouse;

import io.tributary.warehouse.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses SQL that the local warehouse takes and Amazon Redshift does not, any function outside
 * Redshift's list, and what the two are known to compute differently.
 */
public final class PortabilityLint {
  private static final List<LintRule> RULES =
      Stream.of(SyntaxRules.RULES, FunctionRules.RULES, TypeRules.RULES, ResultRules.RULES)
          .flatMap(List::stream)
          .toList();

  private PortabilityLint() {}

  /** What is wrong with the statement, in the order of its lines; empty if it is portable. */
  public static List<LintFinding> check(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    List<LintFinding> findings = new ArrayList<>();
    try {
      requireBalance(tokens);
      for (int at = tokens.first(); at < tokens.size(); at = tokens.next(at)) {
        for (LintRule rule : RULES) {
          rule.look(tokens, at).ifPresent(findings::add);
        }
      }
      findings.addAll(insideUnload(tokens));
    } catch (IllegalArgumentException e) {
      findings.add(new LintFinding(1, e.getMessage(), "close it"));
    }
    return findings.stream().distinct().toList();
  }

  private static void requireBalance(SqlTokens tokens) {
    for (int at = tokens.first(); at < tokens.size(); at = tokens.next(at)) {
      at = tokens.isOperator(at, "(") ? tokens.closing(at) : at;
    }
  }

  private static List<LintFinding> insideUnload(SqlTokens tokens) {
    int open = tokens.next(tokens.first());
    int query = tokens.next(open);
    if (!tokens.isWord(tokens.first(), "unload") || tokens.get(query).kind() != Kind.STRING) {
      return List.of();
    }
    int above = tokens.get(query).line() - 1;
    return check(tokens.get(query).unquoted()).stream()
        .map(found -> new LintFinding(found.line() + above, found.construct(), found.mend()))
        .toList();
  }
}
