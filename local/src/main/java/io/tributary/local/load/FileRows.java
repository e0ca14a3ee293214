package io.tributary.local.load;

import io.tributary.warehouse.Identifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes the rows of files into a table, and what cannot be read among the rejected lines. */
final class FileRows implements AutoCloseable {
  private final Connection connection;
  private final Path temporary;
  private final String table;
  private final StagedRows rejected;
  private List<String> columns = List.of();
  private Optional<StagedRows> accepted = Optional.empty();

  FileRows(Connection connection, Path temporary, String table) {
    this.connection = connection;
    this.temporary = temporary;
    this.table = table;
    this.rejected = new StagedRows(connection, temporary, LoadLog.REJECTED_LINES, 5);
  }

  /** Reads a file whole; its last rows are in the table only after {@link #insert()}. */
  LoadedFile read(FileVersion version) throws IOException, SQLException {
    RawFile file = version.file();
    try (RowReader reader = RowReader.open(file)) {
      StagedRows target = targetFor(reader.columns());
      long acceptedRows = 0;
      long rejectedRows = 0;
      Optional<RawRow> next = reader.next();
      while (next.isPresent()) {
        if (next.get() instanceof RawRow.Accepted row) {
          target.add(row.values(), file.name(), Long.toString(row.line()));
          acceptedRows++;
        } else if (next.get() instanceof RawRow.Refused row) {
          reject(file, row);
          rejectedRows++;
        }
        next = reader.next();
      }
      return new LoadedFile(
          table,
          file.name(),
          version.size(),
          version.modified(),
          reader.columns(),
          acceptedRows,
          rejectedRows);
    }
  }

  void insert() throws SQLException {
    if (accepted.isPresent()) {
      accepted.get().insert();
    }
    rejected.insert();
  }

  @Override
  public void close() {
    accepted.ifPresent(StagedRows::close);
    rejected.close();
  }

  private void reject(RawFile file, RawRow.Refused row) throws SQLException {
    rejected.add(
        List.of(table, file.name(), Long.toString(row.line()), row.reason(), row.document()));
  }

  /** Files with the same columns share a target, so that many small parts load as one. */
  private StagedRows targetFor(List<String> fileColumns) throws SQLException {
    if (accepted.isEmpty() || !fileColumns.equals(columns)) {
      if (accepted.isPresent()) {
        accepted.get().insert();
        accepted.get().close();
      }
      columns = new ArrayList<>(fileColumns);
      accepted = Optional.of(new StagedRows(connection, temporary, target(), columns.size() + 2));
    }
    return accepted.get();
  }

  private String target() {
    String names = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    return "%s (%s, _file, _line)".formatted(Identifiers.quoteTable(table), names);
  }
}
