package io.tributary.local.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a raw file row by row, in order. Not safe for use by several threads. */
public sealed interface RowReader extends Closeable
    permits CsvRows, NdjsonRows, JsonRows, ParquetRows {
  /** The file's columns, in lower case, as Redshift folds them. */
  List<String> columns();

  /**
   * The next row, or empty at the end of the file.
   *
   * @throws FileFault where the rest of the file cannot be read as what it claims to be
   */
  Optional<RawRow> next() throws IOException;

  /**
   * Opens a file. Of JSON every row is read first, as only then its columns are known.
   *
   * @throws FileFault where the file is not what it claims to be
   */
  static RowReader open(RawFile file) throws IOException {
    return open(file, Long.MAX_VALUE);
  }

  /**
   * Opens a file to have a look at it.
   *
   * @param rows so many rows of JSON are read to know its columns
   */
  static RowReader open(RawFile file, long rows) throws IOException {
    return switch (file.format()) {
      case CSV -> CsvRows.open(file);
      case NDJSON, JSON -> JsonFile.open(file, rows);
      case PARQUET -> ParquetRows.open(file);
    };
  }
}
