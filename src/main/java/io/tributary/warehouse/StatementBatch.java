package io.tributary.warehouse;

import java.util.List;
import java.util.Map;

/**
 * Statements that the warehouse runs as one transaction.
 *
 * @param statements 1 to 40, in order
 * @param parameters values by name, never empty; each is used by at least one statement, and only
 *     SELECT, INSERT, UPDATE and DELETE may use one
 */
public record StatementBatch(List<String> statements, Map<String, String> parameters) {
  public static final int MOST_STATEMENTS = 40;

  public StatementBatch {
    statements = List.copyOf(statements);
    parameters = Map.copyOf(parameters);
    if (statements.isEmpty() || statements.size() > MOST_STATEMENTS) {
      throw new IllegalArgumentException("A batch holds 1 to 40 statements");
    }
  }
}
