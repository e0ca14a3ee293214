package io.tributary.local.warehouse.transfer;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Loads objects into a table: all files of a COPY in one scan. */
public final class CopyLoader {
  private final CopySource source;
  private final LoadErrors errors;

  public CopyLoader(ObjectFolder objects, LoadErrors errors) {
    this.source = new CopySource(objects);
    this.errors = errors;
  }

  /** A column that is loaded, with its type in DuckDB's words. */
  private record Column(String name, String type) {
    boolean isText() {
      return type.equals("VARCHAR");
    }

    String quoted() {
      return '"' + name.replace("\"", "\"\"") + '"';
    }
  }

  /**
   * Runs a COPY.
   *
   * @param statement runs the SQL, so that it can be cancelled
   * @return how many rows were loaded
   */
  public long load(Statement statement, String sql, long queryId) throws SQLException {
    CopyStatement copy = CopyStatement.parse(sql);
    List<Path> files = source.files(copy);
    List<Column> columns = columns(statement.getConnection(), copy);
    String list = files.stream().map(CopyLoader::literal).collect(joining(", ", "[", "]"));
    if (copy.format() == Format.PARQUET) {
      requireSameCount(statement, list, columns.size());
    }
    String names = columns.stream().map(Column::quoted).collect(joining(", "));
    try {
      statement.execute(
          "insert into " + copy.table() + " (" + names + ") " + select(copy, list, columns));
      return statement.getLargeUpdateCount();
    } catch (SQLException e) {
      throw errors.record(e, copy, queryId);
    }
  }

  private static List<Column> columns(Connection connection, CopyStatement copy)
      throws SQLException {
    List<Column> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select column_name, column_type from (describe " + copy.table() + ")")) {
      while (rows.next()) {
        all.add(new Column(rows.getString(1), rows.getString(2)));
      }
    }
    if (copy.columns().isEmpty()) {
      return all;
    }
    List<Column> listed = new ArrayList<>();
    for (String name : copy.columns()) {
      String wanted = name.replace("\"", "").toLowerCase(Locale.ROOT);
      listed.add(
          all.stream()
              .filter(column -> column.name().equalsIgnoreCase(wanted))
              .findFirst()
              .orElseThrow(
                  () ->
                      new TransferException(
                          "column \"" + wanted + "\" of " + copy.table() + " does not exist")));
    }
    return listed;
  }

  private static String select(CopyStatement copy, String files, List<Column> columns) {
    String typed =
        columns.stream()
            .map(column -> literal(column.name()) + ": " + literal(column.type()))
            .collect(joining(", ", "{", "}"));
    String compression = ", compression = '" + copy.compression().label() + "'";
    return switch (copy.format()) {
      case PARQUET -> "select * from " + parquet(files);
      case JSON ->
          "select * from read_json("
              + files
              + ", format = 'newline_delimited', hive_partitioning = false, columns = "
              + typed
              + compression
              + ")";
      case CSV ->
          csv(copy, files, typed, columns) + ", quote = '\"', escape = '\"'" + compression + ")";
      case TEXT ->
          csv(copy, files, typed, columns) + ", quote = '', escape = ''" + compression + ")";
    };
  }

  private static String parquet(String files) {
    return "read_parquet(" + files + ", hive_partitioning = false)";
  }

  /** An empty field is null, but in a text column an empty text. */
  private static String csv(CopyStatement copy, String files, String typed, List<Column> columns) {
    String texts =
        columns.stream()
            .filter(Column::isText)
            .map(column -> literal(column.name()))
            .collect(joining(", ", "[", "]"));
    return "select * from read_csv("
        + files
        + ", auto_detect = false, header = false, hive_partitioning = false, skip = "
        + copy.ignoredLines()
        + ", delim = "
        + literal(copy.delimiter())
        + ", columns = "
        + typed
        + (texts.equals("[]") ? "" : ", force_not_null = " + texts);
  }

  private static void requireSameCount(Statement statement, String files, int columns)
      throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select count(*) from (describe select * from " + parquet(files) + ")")) {
      rows.next();
      if (rows.getInt(1) != columns) {
        throw new TransferException(
            "Unmatched number of columns between table and file. Table columns: "
                + columns
                + ", Data columns: "
                + rows.getInt(1));
      }
    }
  }

  private static String literal(Object text) {
    return "'" + text.toString().replace("'", "''") + "'";
  }
}
