package io.tributary.expression;

import io.tributary.warehouse.LintFinding;
import io.tributary.warehouse.PortabilityLint;
import java.util.List;

/**
 * What holds for all SQL of a project file: it has a length, its quotes end, both engines run it.
 */
final class SqlRules {
  private SqlRules() {}

  /**
   * @param what the SQL is, as a sentence begins with it
   * @throws ExpressionException if it is blank or too long
   */
  static void checkLength(String what, String sql, int longest) {
    if (sql.isBlank() || sql.length() > longest) {
      throw new ExpressionException(
          Position.START,
          "%s has 1 to %,d characters, not %,d; change it.".formatted(what, longest, sql.length()));
    }
  }

  /**
   * @throws ExpressionException if the statement runs on one engine only
   */
  static void checkPortable(String statement) {
    List<LintFinding> findings = PortabilityLint.check(statement);
    if (!findings.isEmpty()) {
      LintFinding first = findings.get(0);
      throw new ExpressionException(
          new Position(first.line(), 1),
          "%s runs on one engine only; %s.".formatted(first.construct(), first.mend()));
    }
  }

  /** Whether the text is in these quotes and its last is not one of a doubled pair. */
  static boolean closes(String text, char quote) {
    long quotes = text.chars().filter(c -> c == quote).count();
    return text.charAt(0) == quote
        && text.length() > 1
        && text.charAt(text.length() - 1) == quote
        && quotes % 2 == 0;
  }
}
