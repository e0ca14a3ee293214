package io.tributary.local.warehouse;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.local.warehouse.engine.ColumnType;
import io.tributary.local.warehouse.engine.EngineErrors;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a query, read as they are asked for. Close it before the next query. */
public final class QueryResult implements AutoCloseable {
  private final Statement statement;
  private final ResultSet rows;
  private final List<ColumnType> types = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  QueryResult(Statement statement, ResultSet rows) throws SQLException {
    this.statement = statement;
    this.rows = rows;
    ResultSetMetaData metadata = rows.getMetaData();
    for (int column = 1; column <= metadata.getColumnCount(); column++) {
      ColumnType type = ColumnType.of(metadata, column);
      types.add(type);
      columns.add(
          new Column(metadata.getColumnLabel(column).toLowerCase(Locale.ROOT), type.label()));
    }
  }

  /**
   * A column.
   *
   * @param type Redshift's name of its type, such as {@code int8} or {@code timestamp}
   */
  public record Column(String name, String type) {}

  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /**
   * The rows, once. A value is a Boolean, Long, Double, BigDecimal or String (times in UTC as
   * {@code 2024-01-31 09:30:00}), or null.
   *
   * @throws UserException from the stream, if a row cannot be calculated
   */
  public Stream<List<Object>> rows() {
    return StreamSupport.stream(
        new AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          public boolean tryAdvance(Consumer<? super List<Object>> action) {
            return advance(action);
          }
        },
        false);
  }

  private boolean advance(Consumer<? super List<Object>> action) {
    try {
      if (!rows.next()) {
        return false;
      }
      List<Object> row = new ArrayList<>(types.size());
      for (ColumnType type : types) {
        row.add(type.read(rows, row.size() + 1));
      }
      action.accept(Collections.unmodifiableList(row));
      return true;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  static UserException failure(Exception e) {
    return new UserException(ErrorCode.STATEMENT_FAILED, EngineErrors.sentence(e), e);
  }

  @Override
  public void close() {
    try {
      rows.close();
      statement.close();
    } catch (SQLException e) {
      throw new IllegalStateException("A query's rows cannot be closed", e);
    }
  }
}
