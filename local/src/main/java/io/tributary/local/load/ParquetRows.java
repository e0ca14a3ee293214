package io.tributary.local.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of a Parquet file as text, each with its number; read by a DuckDB in memory. */
final class ParquetRows implements RowReader {
  private final RawFile file;
  private final Connection connection;
  private final List<String> columns = new ArrayList<>();
  private Optional<ResultSet> rows = Optional.empty();
  private long line;

  private ParquetRows(RawFile file, Connection connection) throws SQLException, FileFault {
    this.file = file;
    this.connection = connection;
    try (Statement statement = connection.createStatement();
        ResultSet described = statement.executeQuery("describe select * from " + reader())) {
      while (described.next()) {
        String column = described.getString(1).toLowerCase(Locale.ROOT);
        CsvHeader.refuseReserved(file, 0, column);
        columns.add(column);
      }
    }
  }

  static ParquetRows open(RawFile file) throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try {
        return new ParquetRows(file, connection);
      } catch (SQLException | FileFault e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw notParquet(file, e);
    }
  }

  /** A path as DuckDB takes it: a literal in which nothing is a pattern. */
  static String literal(Path path) {
    String escaped = path.toString().replaceAll("([*?\\[])", "[$1]").replace("'", "''");
    return "'" + escaped + "'";
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    try {
      if (rows.isEmpty()) {
        rows =
            Optional.of(
                connection
                    .createStatement()
                    .executeQuery("select columns(*)::varchar from " + reader()));
      }
      return rows.get().next() ? Optional.of(row(rows.get())) : Optional.empty();
    } catch (SQLException e) {
      throw notParquet(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private RawRow row(ResultSet found) throws SQLException {
    List<String> values = new ArrayList<>(columns.size());
    for (int i = 1; i <= columns.size(); i++) {
      values.add(found.getString(i));
    }
    return new RawRow.Accepted(++line, values);
  }

  private String reader() {
    return "read_parquet(" + literal(file.path()) + ")";
  }

  private static FileFault notParquet(RawFile file, SQLException cause) {
    String firstLine = cause.getMessage().lines().findFirst().orElse("");
    return new FileFault(file, 0, "cannot be read as Parquet (" + firstLine + "): export it again");
  }
}
