package io.tributary.local.load;

import io.tributary.warehouse.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A raw table made of Parquet files. It is made anew when a file changes: that is quick, and only
 * all files together say which type a column has.
 */
final class ParquetTable {
  private final Connection connection;
  private final String table;

  ParquetTable(Connection connection, String table) {
    this.connection = connection;
    this.table = Identifiers.quoteTable(table);
  }

  /** Creates the table with the columns of all files, by name, each with its type. */
  void create(List<RawFile> files) throws SQLException {
    String paths =
        files.stream().map(f -> ParquetRows.literal(f.path())).collect(Collectors.joining(", "));
    StringJoiner columns = new StringJoiner(", ");
    try (Statement statement = connection.createStatement();
        ResultSet described =
            statement.executeQuery(
                "describe select * from read_parquet([%s], union_by_name = true)"
                    .formatted(paths))) {
      while (described.next()) {
        columns.add(Identifiers.quote(described.getString(1)) + " " + described.getString(2));
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create or replace table %s (%s, _file varchar, _line bigint)".formatted(table, columns));
    }
  }

  /** Adds a file's rows, and says how many. */
  long add(RawFile file) throws SQLException {
    String origin = file.name().replace("'", "''");
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          """
          insert into %s by name
          select *, '%s' as _file, file_row_number + 1 as _line from read_parquet(%s)"""
              .formatted(table, origin, ParquetRows.literal(file.path())));
    }
  }
}
