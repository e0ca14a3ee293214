package io.tributary.local.load;

import java.io.IOException;
import java.util.Optional;

/** Opens files of JSON, whose columns are all the keys of their objects. */
final class JsonFile {
  private JsonFile() {}

  /**
   * Reads so many rows to know the columns, then begins again.
   *
   * @throws FileFault where none of these rows is an object
   */
  static RowReader open(RawFile file, long rows) throws IOException {
    JsonCells cells = new JsonCells(file);
    long seen = 0;
    try (RowReader reader = reader(file, cells)) {
      Optional<RawRow> row = reader.next();
      while (row.isPresent()) {
        seen++;
        row = seen < rows ? reader.next() : Optional.empty();
      }
    }
    if (seen == 0) {
      throw new FileFault(file, 0, "is empty: write objects into it, or take it away");
    }
    if (cells.columns().isEmpty()) {
      throw new FileFault(
          file, 0, "holds no JSON object: write one a line into .ndjson, or an array into .json");
    }
    return reader(file, cells);
  }

  private static RowReader reader(RawFile file, JsonCells cells) throws IOException {
    return file.format() == FileFormat.NDJSON
        ? new NdjsonRows(file, cells)
        : new JsonRows(file, cells);
  }
}
