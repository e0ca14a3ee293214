package io.tributary.warehouse;

import java.util.Optional;

/** Looks at one position of a text. */
@FunctionalInterface
interface LintRule {
  Optional<LintFinding> look(SqlTokens sql, int at);

  static Optional<LintFinding> found(SqlTokens sql, int at, String construct, String mend) {
    return Optional.of(new LintFinding(sql.get(at).line(), construct, mend));
  }
}
