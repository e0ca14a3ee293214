package io.tributary.local.load;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows on their way into a table. They gather in a temporary file of strict CSV that DuckDB reads
 * on all cores, which is several times as fast as its row-wise appender. A row carries its own
 * line, so the order in which DuckDB takes them does not matter; they are counted in and out.
 */
final class StagedRows implements AutoCloseable {
  private static final int LARGEST_FILE = 128 << 20;
  private static final int SMALLEST_LINE_LIMIT = 2 << 20;
  private static final int SMALLEST_READ_BUFFER = 32 << 20;

  private final Connection connection;
  private final String table;
  private final int columns;
  private final Path folder;
  private final Path file;
  private final CsvBytes row = new CsvBytes();
  private OutputStream out;
  private long fileSize;
  private long waiting;
  private int longestRow;
  private boolean spansLines;

  /**
   * @param folder where the temporary file may lie
   * @param table quoted
   * @param columns how many columns the table has, and each row cells
   */
  StagedRows(Connection connection, Path folder, String table, int columns) {
    this.folder = folder;
    this.connection = connection;
    this.table = table;
    this.columns = columns;
    try {
      this.file = Files.createTempFile(folder, "tributary-load", ".csv");
      this.out = Files.newOutputStream(file);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  /** Adds a row: first these cells, null where there is none, then the others. */
  void add(List<String> cells, String... others) throws SQLException {
    cells.forEach(row::addCell);
    for (String other : others) {
      row.addCell(other);
    }
    row.endRow();
    waiting++;
    longestRow = Math.max(longestRow, row.rowSize());
    spansLines |= row.spansLines();
    if (row.isFull()) {
      write();
    }
    if (fileSize > LARGEST_FILE) {
      insert();
    }
  }

  /** Brings all that was added into the table. */
  void insert() throws SQLException {
    if (waiting == 0) {
      return;
    }
    write();
    long inserted;
    try (Statement statement = connection.createStatement()) {
      inserted =
          statement.executeLargeUpdate("insert into " + table + " select * from " + reader());
    }
    if (inserted != waiting) {
      throw new DataException(
          ErrorCode.INTERNAL,
          "Of %d rows for %s only %d arrived: please report this"
              .formatted(waiting, table, inserted));
    }
    startAgain();
  }

  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private String reader() {
    String names =
        IntStream.range(0, columns)
            .mapToObj(i -> "'c" + i + "': 'varchar'")
            .collect(Collectors.joining(", "));
    long lineSize = Math.max(SMALLEST_LINE_LIMIT, longestRow + 1L);
    return """
    read_csv('%s', columns = {%s}, auto_detect = false, header = false, delim = ',', quote = '"',
        escape = '"', new_line = '\\n', nullstr = '',
        max_line_size = %d, buffer_size = %d, parallel = %s)"""
        .formatted(
            file.toString().replace("'", "''"),
            names,
            lineSize,
            Math.max(SMALLEST_READ_BUFFER, 2 * lineSize),
            !spansLines);
  }

  private void write() {
    try {
      fileSize += row.size();
      row.writeTo(out);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private void startAgain() {
    try {
      out.close();
      out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw noRoom(e);
    }
    fileSize = 0;
    waiting = 0;
    longestRow = 0;
    spansLines = false;
  }

  private PermanentException noRoom(IOException cause) {
    return new PermanentException(
        ErrorCode.NOT_AVAILABLE,
        "Cannot write temporary files in %s (%s): make room there and let this user write"
            .formatted(folder, cause),
        cause);
  }
}
