package io.tributary.local.warehouse;

import io.tributary.local.warehouse.engine.Database;
import io.tributary.local.warehouse.engine.EngineErrors;
import io.tributary.local.warehouse.rewrite.RedshiftRewriter;
import io.tributary.warehouse.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tries expressions of Redshift's dialect on an empty table in memory, where there are no files.
 */
public final class ExpressionTrial {
  private ExpressionTrial() {}

  /**
   * Tries one expression.
   *
   * @param columns the table's columns, which are all text
   * @return what is wrong with it, in a sentence without its full stop
   */
  public static Optional<String> refusal(List<String> columns, String sql) {
    try (Database database = Database.openInMemory();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          columns.stream()
              .map(column -> Identifiers.quote(column) + " varchar")
              .collect(Collectors.joining(", ", "create table rows_of_none (", ")")));
      String query = "select (" + sql + ")::varchar as value from rows_of_none";
      statement.executeQuery(RedshiftRewriter.rewrite(query)).close();
      return Optional.empty();
    } catch (SQLException | IllegalArgumentException e) {
      return Optional.of(EngineErrors.sentence(e));
    }
  }

  /**
   * Tries a query that reads no table.
   *
   * @return what is wrong with it, in a sentence without its full stop
   */
  public static Optional<String> refusal(String query) {
    try (Database database = Database.openInMemory();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeQuery(RedshiftRewriter.rewrite(query)).close();
      return Optional.empty();
    } catch (SQLException | IllegalArgumentException e) {
      return Optional.of(EngineErrors.sentence(e));
    }
  }
}
