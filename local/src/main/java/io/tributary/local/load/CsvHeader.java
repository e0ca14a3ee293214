package io.tributary.local.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what the first line of a CSV file says: the delimiter and the columns. */
final class CsvHeader {
  private static final byte[] DELIMITERS = {',', ';', '\t', '|'};
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*");
  private static final Pattern DATE_OR_TIME =
      Pattern.compile("[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}.*|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?");

  private CsvHeader() {}

  /** The delimiter that occurs most outside quotes in the window's first line; else the comma. */
  static byte delimiter(ByteWindow window) {
    byte best = ',';
    int most = 0;
    for (byte candidate : DELIMITERS) {
      int found = countOutsideQuotes(window, candidate);
      if (found > most) {
        best = candidate;
        most = found;
      }
    }
    return best;
  }

  private static int countOutsideQuotes(ByteWindow window, byte candidate) {
    int found = 0;
    boolean quoted = false;
    for (int i = window.start(); i < window.limit(); i++) {
      byte at = window.bytes()[i];
      if (at == '"') {
        quoted = !quoted;
      } else if (!quoted && (at == '\n' || at == '\r')) {
        break;
      } else if (!quoted && at == candidate) {
        found++;
      }
    }
    return found;
  }

  /**
   * The columns that these cells name, trimmed and in lower case; one without a name is called by
   * its place, as {@code column_3}.
   */
  static List<String> columns(RawFile file, long line, List<String> cells) throws FileFault {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String cell : cells) {
      String name = cell == null ? "" : cell.strip();
      refuseData(file, line, name);
      String column =
          name.isEmpty() ? "column_" + (columns.size() + 1) : name.toLowerCase(Locale.ROOT);
      if (!seen.add(column)) {
        throw new FileFault(
            file, line, "has two columns named \"" + name + "\": give each its own name");
      }
      refuseReserved(file, line, column);
      columns.add(column);
    }
    return columns;
  }

  static void refuseReserved(RawFile file, long line, String column) throws FileFault {
    if (column.equals(RawColumns.FILE_COLUMN) || column.equals(RawColumns.LINE_COLUMN)) {
      throw new FileFault(
          file,
          line,
          "has a column " + column + ", a name that loading itself uses: name it otherwise");
    }
  }

  private static void refuseData(RawFile file, long line, String name) throws FileFault {
    if (NUMBER.matcher(name).matches() || DATE_OR_TIME.matcher(name).matches()) {
      throw new FileFault(
          file,
          line,
          "has data where the names of the columns should stand (\""
              + name
              + "\"): put a header line first");
    }
  }
}
