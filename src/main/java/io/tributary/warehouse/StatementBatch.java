package io.tributary.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statements that the warehouse runs as one transaction.
 *
 * @param statements 1 to 40, in order
 * @param parameters values by name, never empty; each is used by at least one statement, and only
 *     SELECT, INSERT, UPDATE and DELETE may use one
 * @param refusal what to say before the warehouse's own words where it refuses the batch, such as
 *     what of the project file is to blame; empty for nothing in particular
 */
public record StatementBatch(
    List<String> statements, Map<String, String> parameters, Optional<String> refusal) {
  public static final int MOST_STATEMENTS = 40;

  public StatementBatch {
    statements = List.copyOf(statements);
    parameters = Map.copyOf(parameters);
    if (statements.isEmpty() || statements.size() > MOST_STATEMENTS) {
      throw new IllegalArgumentException("A batch holds 1 to 40 statements");
    }
  }

  public StatementBatch(List<String> statements, Map<String, String> parameters) {
    this(statements, parameters, Optional.empty());
  }

  /** The same statements, of which something particular is said where they are refused. */
  public StatementBatch refusedWith(String sentence) {
    return new StatementBatch(statements, parameters, Optional.of(sentence));
  }
}
