package io.tributary.local.load;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tributary.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the warehouse remembers of the files that it took in, and the lines that it refused. */
final class LoadLog {
  static final String REJECTED_LINES = "tributary_local.rejected_lines";

  private final Connection connection;

  LoadLog(Connection connection) {
    this.connection = connection;
  }

  void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists tributary_local");
      statement.execute(
          """
          create table if not exists tributary_local.raw_files (
              table_name varchar not null,
              file varchar not null,
              size bigint not null,
              modified varchar not null,
              columns varchar not null,
              rows bigint not null,
              rejected bigint not null
          )""");
      statement.execute(
          """
          create table if not exists tributary_local.rejected_lines (
              table_name varchar not null,
              file varchar not null,
              line bigint not null,
              reason varchar not null,
              document varchar
          )""");
    }
  }

  SortedSet<String> tables() throws SQLException {
    SortedSet<String> tables = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select distinct table_name from tributary_local.raw_files")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** The table's files by name, in order. */
  Map<String, LoadedFile> files(String table) throws SQLException {
    Map<String, LoadedFile> files = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select table_name, file, size, modified, columns, rows, rejected
            from tributary_local.raw_files where table_name = ? order by file""")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          LoadedFile file = file(rows);
          files.put(file.name(), file);
        }
      }
    }
    return files;
  }

  void remember(LoadedFile file) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into tributary_local.raw_files values (?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, file.table());
      statement.setString(2, file.name());
      statement.setLong(3, file.size());
      statement.setString(4, file.modified());
      statement.setString(5, new String(Json.bytes(file.columns()), StandardCharsets.UTF_8));
      statement.setLong(6, file.rows());
      statement.setLong(7, file.rejected());
      statement.executeUpdate();
    }
  }

  void forget(String table, String file) throws SQLException {
    for (String log : List.of("tributary_local.raw_files", REJECTED_LINES)) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "delete from " + log + " where table_name = ? and file = ?")) {
        statement.setString(1, table);
        statement.setString(2, file);
        statement.executeUpdate();
      }
    }
  }

  private static LoadedFile file(ResultSet row) throws SQLException {
    return new LoadedFile(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        columns(row.getString(5)),
        row.getLong(6),
        row.getLong(7));
  }

  private static List<String> columns(String json) {
    try {
      return Json.MAPPER.readValue(json, new TypeReference<List<String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
