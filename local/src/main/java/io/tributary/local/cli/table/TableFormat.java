package io.tributary.local.cli.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How rows are printed. */
public enum TableFormat {
  /** Aligned columns, for people. */
  TABLE,
  /** Comma-separated with a header, quoted as RFC 4180 says; lines end with a line feed. */
  CSV,
  /** An array with an object a row. */
  JSON;

  /** The name on a command line, such as {@code csv}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name, or empty. */
  public static Optional<TableFormat> of(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }
}
