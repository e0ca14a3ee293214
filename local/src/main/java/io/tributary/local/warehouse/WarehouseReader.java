package io.tributary.local.warehouse;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.local.warehouse.engine.Database;
import io.tributary.local.warehouse.rewrite.RedshiftRewriter;
import io.tributary.local.warehouse.rewrite.SqlStatement;
import io.tributary.local.warehouse.rewrite.SqlStatement.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Reads a warehouse file with Redshift's SQL, one query at a time. It changes nothing and reaches
 * no other file of the machine. Not safe for several threads.
 */
public final class WarehouseReader implements AutoCloseable {
  private final Database database;
  private final Connection connection;

  private WarehouseReader(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /**
   * Opens an existing file.
   *
   * @param searchPath the schemas in which names without one are looked for, in order; those that
   *     do not exist are left out
   * @throws WarehouseHeldException if another process writes it
   * @throws UserException if there is no such file, or it is none of DuckDB's
   */
  public static WarehouseReader open(Path databaseFile, List<String> searchPath) {
    if (!Files.isRegularFile(databaseFile)) {
      throw new UserException(
          ErrorCode.NOT_AVAILABLE, "There is no warehouse yet: run the project first.");
    }
    try {
      Database database = Database.openForReading(databaseFile);
      return new WarehouseReader(database, database.connectForReading(searchPath));
    } catch (SQLException e) {
      throw QueryResult.failure(e);
    }
  }

  /**
   * Runs one statement that reads.
   *
   * @throws UserException in one sentence, if it is not one, writes, or cannot be understood
   */
  public QueryResult query(String redshiftSql) {
    try {
      SqlStatement sql = SqlStatement.parse(redshiftSql);
      if (sql.kind() != Kind.QUERY) {
        throw new UserException(
            ErrorCode.STATEMENT_FAILED, "A query only reads: begin it with SELECT or WITH.");
      }
      Statement statement = connection.createStatement();
      String duckDbSql = RedshiftRewriter.rewrite(sql.text());
      return new QueryResult(statement, statement.executeQuery(duckDbSql));
    } catch (SQLException | IllegalArgumentException e) {
      throw QueryResult.failure(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The warehouse file cannot be closed", e);
    } finally {
      database.close();
    }
  }
}
