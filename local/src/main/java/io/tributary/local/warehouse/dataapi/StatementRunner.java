package io.tributary.local.warehouse.dataapi;

import io.tributary.local.warehouse.Faults;
import io.tributary.local.warehouse.dataapi.SubmitRequest.Shape;
import io.tributary.local.warehouse.engine.Database;
import io.tributary.local.warehouse.engine.EngineErrors;
import io.tributary.local.warehouse.rewrite.SqlStatement;
import io.tributary.local.warehouse.rewrite.SqlStatement.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Runs what was submitted, from its first statement to its commit or rollback. */
final class StatementRunner {
  private final Database database;
  private final SqlStep step;
  private final Faults faults;

  StatementRunner(Database database, SqlStep step, Faults faults) {
    this.database = database;
    this.step = step;
    this.faults = faults;
  }

  void run(Submission submission) {
    if (!submission.pick()) {
      return;
    }
    Execution whole = submission.whole();
    whole.picked();
    try (Connection connection = database.connect()) {
      submission.pause(faults.slowness());
      if (faults.takesAbort()) {
        whole.aborted("ERROR: Query aborted by the system");
      } else if (faults.takesConflict()) {
        whole.failed("ERROR: " + EngineErrors.CONFLICT);
      } else if (submission.isBatch()) {
        batch(connection, submission);
      } else {
        one(connection, submission, whole);
      }
    } catch (SQLException e) {
      fail(submission, whole, e);
    } catch (InterruptedException e) {
      whole.aborted("ERROR: The warehouse was closed");
      Thread.currentThread().interrupt();
    } finally {
      submission.abort("ERROR: An earlier statement of the batch failed");
      submission.end();
    }
  }

  /** Runs one statement; gives its error, if it failed. */
  private Optional<String> one(Connection connection, Submission submission, Execution execution) {
    try {
      step.run(connection, submission, execution);
      return Optional.empty();
    } catch (SQLException | IOException | RuntimeException e) {
      return Optional.of(fail(submission, execution, e));
    }
  }

  private static String fail(Submission submission, Execution execution, Exception e) {
    String error = "ERROR: " + EngineErrors.sentence(e);
    if (submission.isCancelled()) {
      execution.aborted(error);
    } else {
      execution.failed(error);
    }
    return error;
  }

  private void batch(Connection connection, Submission submission) throws SQLException {
    boolean transaction = submission.request().shape() == Shape.TRANSACTION;
    submission.whole().started();
    begin(connection, transaction);
    Optional<String> failure = Optional.empty();
    for (Execution part : submission.parts()) {
      Optional<String> error = one(connection, submission, part);
      failure = failure.or(() -> error);
      if (error.isPresent() && (transaction || submission.isCancelled())) {
        break;
      }
      commitAfterTruncate(connection, part, transaction);
    }
    end(connection, transaction, failure.isEmpty());
    if (failure.isEmpty()) {
      submission.whole().finished();
    } else if (submission.isCancelled()) {
      submission.whole().aborted(failure.get());
    } else {
      submission.whole().failed(failure.get());
    }
  }

  private static void commitAfterTruncate(
      Connection connection, Execution part, boolean transaction) throws SQLException {
    if (transaction && SqlStatement.parse(part.sql()).kind() == Kind.TRUNCATE) {
      end(connection, true, true);
      begin(connection, true);
    }
  }

  private static void begin(Connection connection, boolean transaction) throws SQLException {
    if (transaction) {
      execute(connection, "begin");
    }
  }

  private static void end(Connection connection, boolean transaction, boolean succeeded)
      throws SQLException {
    if (transaction) {
      execute(connection, succeeded ? "commit" : "rollback");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
