package io.tributary.local.warehouse.transfer;

import java.util.Locale;

/** How an object is packed. */
enum Compression {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

  private final String suffix;

  Compression(String suffix) {
    this.suffix = suffix;
  }

  /** What UNLOAD puts at the end of a key. */
  String suffix() {
    return suffix;
  }

  /** The name in DuckDB's options. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
