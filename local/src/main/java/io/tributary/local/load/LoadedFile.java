package io.tributary.local.load;

import java.util.List;

/** A file whose rows a raw table has, as the warehouse remembers it. */
record LoadedFile(
    String table,
    String name,
    long size,
    String modified,
    List<String> columns,
    long rows,
    long rejected) {
  LoadedFile {
    columns = List.copyOf(columns);
  }
}
