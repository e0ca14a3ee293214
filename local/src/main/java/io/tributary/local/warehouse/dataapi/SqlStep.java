package io.tributary.local.warehouse.dataapi;

import io.tributary.local.warehouse.engine.EngineErrors;
import io.tributary.local.warehouse.rewrite.Parameters;
import io.tributary.local.warehouse.rewrite.RedshiftRewriter;
import io.tributary.local.warehouse.rewrite.SqlStatement;
import io.tributary.local.warehouse.rewrite.SqlStatement.Kind;
import io.tributary.local.warehouse.transfer.CopyLoader;
import io.tributary.local.warehouse.transfer.Unloader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Runs one SQL statement on a connection. */
final class SqlStep {
  private final CopyLoader copies;
  private final Unloader unloads;
  private final ResultReader results;

  SqlStep(CopyLoader copies, Unloader unloads, ResultReader results) {
    this.copies = copies;
    this.unloads = unloads;
    this.results = results;
  }

  /** Runs the statement and leaves its rows with the execution. */
  void run(Connection connection, Submission submission, Execution execution)
      throws SQLException, IOException {
    execution.started();
    SqlStatement sql = SqlStatement.parse(execution.sql());
    Map<String, String> parameters = parameters(sql, submission);
    try (Statement statement = connection.createStatement()) {
      if (!submission.begin(statement)) {
        throw new SQLException(EngineErrors.CANCELLED);
      }
      run(statement, sql, parameters, submission, execution);
    } finally {
      submission.leave();
    }
  }

  private void run(
      Statement statement,
      SqlStatement sql,
      Map<String, String> parameters,
      Submission submission,
      Execution execution)
      throws SQLException, IOException {
    switch (sql.kind()) {
      case COPY -> execution.changed(copies.load(statement, sql.text(), execution.queryId()));
      case UNLOAD -> execution.changed(unloads.unload(statement, sql.text()));
      case IGNORED -> execution.changed(0);
      case VACUUM -> vacuum(submission, execution);
      case TRANSACTION ->
          throw new SQLException("A batch is a transaction: leave BEGIN and its end out");
      case QUERY, SEARCH_PATH, CHANGE, DEFINITION, TRUNCATE -> {
        if (statement.execute(RedshiftRewriter.rewrite(sql.text(), parameters))) {
          try (ResultSet rows = statement.getResultSet()) {
            execution.read(results.read(rows, submission.request().format()));
          }
        } else {
          execution.changed(Math.max(0, statement.getLargeUpdateCount()));
        }
      }
    }
  }

  private static void vacuum(Submission submission, Execution execution) throws SQLException {
    if (submission.request().shape() == SubmitRequest.Shape.TRANSACTION) {
      throw new SQLException("VACUUM cannot run inside a transaction block");
    }
    execution.changed(0);
  }

  private static Map<String, String> parameters(SqlStatement sql, Submission submission)
      throws SQLException {
    Map<String, String> given = submission.request().parameters();
    Set<String> used = new HashSet<>(Parameters.names(sql.text()));
    boolean takesParameters = sql.kind().takesParameters();
    if (!used.isEmpty() && !takesParameters && sql.kind() != Kind.UNLOAD) {
      throw new SQLException(
          "Parameters are taken by SELECT, INSERT, UPDATE and DELETE only: " + used);
    }
    used.removeAll(given.keySet());
    if (!used.isEmpty() && takesParameters) {
      throw new SQLException("No value is bound to the parameters " + used);
    }
    return given;
  }
}
