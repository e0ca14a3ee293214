package io.tributary.local.cli.table;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Prints rows as CSV. A null is an empty field; an empty text is a quoted one. */
final class CsvRows {
  private final PrintStream out;

  CsvRows(PrintStream out) {
    this.out = out;
  }

  void line(List<?> values) {
    out.print(values.stream().map(CsvRows::field).collect(Collectors.joining(",", "", "\n")));
  }

  private static String field(Object value) {
    if (value == null) {
      return "";
    }
    String text = CellText.exact(value);
    return needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty()
        || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
  }
}
