package io.tributary.local.warehouse.transfer;

import static java.util.stream.Collectors.joining;

import io.tributary.local.warehouse.rewrite.RedshiftRewriter;
import io.tributary.local.warehouse.transfer.UnloadStatement.Choice;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB's COPY for an UNLOAD. */
final class UnloadQuery {
  private UnloadQuery() {}

  /** The SQL that writes the rows below the folder. */
  static String copy(Statement statement, UnloadStatement unload, Path folder) throws SQLException {
    String query = withLetters(statement, unload);
    boolean serial = unload.has(Choice.SERIAL) && unload.partitions().isEmpty();
    String file = folder.resolve(serial ? "data_0" : "data").toString().replace("'", "''");
    return "copy (" + query + ") to '" + file + "' (" + options(unload, serial) + ")";
  }

  /** The query with booleans as t and f, as Redshift writes them in text. */
  private static String withLetters(Statement statement, UnloadStatement unload)
      throws SQLException {
    String query = RedshiftRewriter.rewrite(unload.query());
    if (unload.format() == Format.PARQUET) {
      return query;
    }
    List<String> letters = new ArrayList<>();
    try (ResultSet columns =
        statement.executeQuery(
            "select column_name from (describe " + query + ") where column_type = 'BOOLEAN'")) {
      while (columns.next()) {
        String name = '"' + columns.getString(1).replace("\"", "\"\"") + '"';
        letters.add("case " + name + " when true then 't' when false then 'f' end as " + name);
      }
    }
    return letters.isEmpty()
        ? query
        : "select * replace (" + String.join(", ", letters) + ") from (" + query + ")";
  }

  private static String options(UnloadStatement unload, boolean serial) {
    List<String> options = new ArrayList<>();
    options.add("format " + (unload.format() == Format.TEXT ? "csv" : unload.format()));
    if (unload.format() == Format.TEXT || unload.format() == Format.CSV) {
      options.add("header " + unload.has(Choice.HEADER));
      options.add("delimiter '" + unload.delimiter().replace("'", "''") + "'");
    }
    if (unload.format() == Format.TEXT) {
      options.add("quote ''");
      options.add("escape ''");
    }
    options.add(compression(unload));
    if (!unload.partitions().isEmpty()) {
      options.add(unload.partitions().stream().collect(joining(", ", "partition_by (", ")")));
      options.add("write_partition_columns " + unload.has(Choice.INCLUDE));
    } else if (serial) {
      options.add("preserve_order true");
    } else {
      options.add("file_size_bytes " + unload.mostBytes());
    }
    return String.join(", ", options);
  }

  private static String compression(UnloadStatement unload) {
    return unload.format() == Format.PARQUET
        ? "compression snappy"
        : "compression " + unload.compression().label();
  }
}
