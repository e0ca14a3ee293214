package io.tributary.local.cli.table;

import java.util.Locale;

/** How rows are printed. */
public enum TableFormat {
  /** Aligned columns, for people. */
  TABLE,
  /** Comma-separated with a header, quoted as RFC 4180 says; lines end with a line feed. */
  CSV,
  /** An array with an object a row. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
