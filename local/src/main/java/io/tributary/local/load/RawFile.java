package io.tributary.local.load;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that is a raw table, or a part of one.
 *
 * @param path where it lies
 * @param name the path below the data folder, with {@code /}
 * @param table the table as {@code schema.table}, in lower case
 */
public record RawFile(Path path, String name, String table, FileFormat format, boolean gzipped) {
  public RawFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
    Objects.requireNonNull(table);
    Objects.requireNonNull(format);
  }

  /** The file as a user knows it: its path below the project folder. */
  String shownName() {
    return "data/" + name;
  }
}
