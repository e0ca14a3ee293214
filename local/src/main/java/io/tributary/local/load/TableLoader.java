package io.tributary.local.load;

import io.tributary.config.Problem;
import io.tributary.local.load.LoadReport.TableLoad;
import io.tributary.warehouse.Identifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out what is planned for one table, within a transaction that its caller ends. */
final class TableLoader {
  private final Connection connection;
  private final Path temporary;
  private final LoadLog log;
  private final TablePlan plan;
  private final String table;

  TableLoader(Connection connection, Path temporary, LoadLog log, TablePlan plan) {
    this.temporary = temporary;
    this.connection = connection;
    this.log = log;
    this.plan = plan;
    this.table = Identifiers.quoteTable(plan.table());
  }

  /**
   * Loads the table.
   *
   * @param faults takes each file that turns out to be wrong as a whole
   * @return empty where there was such a file: then the transaction must be rolled back
   */
  Optional<TableLoad> load(List<Problem> faults) throws SQLException, IOException {
    int before = faults.size();
    boolean fits = storedColumns().equals(plan.allColumns());
    List<FileVersion> read = List.of();
    if (plan.hasNoFiles()) {
      execute("drop table if exists " + table);
      forget(plan.gone());
    } else if (!fits || (plan.isParquet() && !plan.isDone())) {
      read = plan.files();
      loadAnew(faults);
    } else {
      read = plan.changed();
      deleteRows(names(read));
      deleteRows(plan.gone());
      readFiles(read, faults);
    }
    return faults.size() > before ? Optional.empty() : Optional.of(report(read.size()));
  }

  private TableLoad report(int filesRead) throws SQLException {
    Collection<LoadedFile> files = log.files(plan.table()).values();
    return new TableLoad(
        plan.table(),
        filesRead,
        plan.columns().size() - filesRead,
        plan.gone().size(),
        files.stream().mapToLong(LoadedFile::rows).sum(),
        files.stream().mapToLong(LoadedFile::rejected).sum());
  }

  private void readFiles(List<FileVersion> files, List<Problem> faults)
      throws SQLException, IOException {
    try (FileRows rows = new FileRows(connection, temporary, plan.table())) {
      for (FileVersion file : files) {
        try {
          log.remember(rows.read(file));
        } catch (FileFault e) {
          faults.add(e.problem());
        }
      }
      rows.insert();
    }
  }

  private void loadAnew(List<Problem> faults) throws SQLException, IOException {
    forget(names(plan.files()));
    forget(plan.gone());
    if (plan.isParquet()) {
      loadParquet(plan.files());
    } else {
      createTable();
      readFiles(plan.files(), faults);
    }
  }

  private void loadParquet(List<FileVersion> files) throws SQLException {
    ParquetTable target = new ParquetTable(connection, plan.table());
    target.create(files.stream().map(FileVersion::file).toList());
    for (FileVersion version : files) {
      RawFile file = version.file();
      long rows = target.add(file);
      List<String> columns = plan.columns().get(file.name());
      log.remember(
          new LoadedFile(
              plan.table(), file.name(), version.size(), version.modified(), columns, rows, 0));
    }
  }

  private void createTable() throws SQLException {
    String columns =
        plan.allColumns().stream()
            .map(column -> Identifiers.quote(column) + " varchar")
            .collect(Collectors.joining(", "));
    execute(
        "create or replace table %s (%s, _file varchar, _line bigint)".formatted(table, columns));
  }

  private void deleteRows(List<String> files) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from " + table + " where _file = ?")) {
      for (String file : files) {
        statement.setString(1, file);
        statement.executeUpdate();
      }
    }
    forget(files);
  }

  private void forget(List<String> files) throws SQLException {
    for (String file : files) {
      log.forget(plan.table(), file);
    }
  }

  private Set<String> storedColumns() throws SQLException {
    Set<String> columns = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select column_name from information_schema.columns"
                + " where table_catalog = current_database()"
                + " and table_schema || '.' || table_name = ?"
                + " and column_name not in ('_file', '_line')")) {
      statement.setString(1, plan.table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> names(List<FileVersion> files) {
    return files.stream().map(version -> version.file().name()).toList();
  }
}
