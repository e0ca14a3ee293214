package io.tributary.local.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a raw file row by row, in order. Not safe for use by several threads. */
public sealed interface RowReader extends Closeable permits CsvRows {
  /** The file's columns, in lower case, as Redshift folds them. */
  List<String> columns();

  /**
   * The next row, or empty at the end of the file.
   *
   * @throws FileFault where the rest of the file cannot be read as what it claims to be
   */
  Optional<RawRow> next() throws IOException;

  /** Opens a file and reads what its columns are. */
  static RowReader open(RawFile file) throws IOException {
    return CsvRows.open(file);
  }
}
