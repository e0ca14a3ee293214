package io.tributary.local.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One record of a CSV file in a window's bytes: where its fields begin and end. RFC 4180, with any
 * line break and any one-byte delimiter; a quote inside a field that does not begin with one is a
 * character like others.
 */
final class CsvRecord {
  /** How far reading a record came. */
  enum Outcome {
    COMPLETE,
    NEEDS_MORE,
    BROKEN_QUOTES
  }

  private static final int MORE = -1;
  private static final int BROKEN = -2;

  private final byte delimiter;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] escaped = new boolean[64];
  private int count;
  private int end;
  private int lineBreaks;
  private int signs;

  CsvRecord(byte delimiter) {
    this.delimiter = delimiter;
  }

  /** Reads the record at the window's start; what it found holds until the window moves. */
  Outcome read(ByteWindow window) {
    count = 0;
    lineBreaks = 0;
    signs = 0;
    int position = window.start();
    while (true) {
      int fieldEnd = readField(window, position);
      if (fieldEnd == BROKEN) {
        return Outcome.BROKEN_QUOTES;
      }
      if (fieldEnd == MORE || needsMore(window, fieldEnd)) {
        return Outcome.NEEDS_MORE;
      }
      if (fieldEnd == window.limit() || window.bytes()[fieldEnd] != delimiter) {
        end = fieldEnd;
        return Outcome.COMPLETE;
      }
      position = fieldEnd + 1;
    }
  }

  private boolean needsMore(ByteWindow window, int fieldEnd) {
    if (window.ended()) {
      return false;
    }
    boolean mayBeTwo = fieldEnd + 1 == window.limit() && window.bytes()[fieldEnd] == '\r';
    return fieldEnd == window.limit() || mayBeTwo;
  }

  private int readField(ByteWindow window, int from) {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    if (from < limit && bytes[from] == '"') {
      return readQuoted(window, from + 1);
    }
    int position = from;
    int seen = 0;
    while (position < limit) {
      byte at = bytes[position];
      if (at == delimiter || at == '\n' || at == '\r') {
        break;
      }
      seen |= at | (at - 1);
      position++;
    }
    signs |= seen;
    addField(from, position, false);
    return position;
  }

  private int readQuoted(ByteWindow window, int from) {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    boolean hasEscapes = false;
    int position = from;
    while (position < limit) {
      byte at = bytes[position];
      if (at == '"') {
        if (position + 1 < limit && bytes[position + 1] == '"') {
          hasEscapes = true;
          position++;
        } else {
          break;
        }
      } else if (at == '\n'
          || (at == '\r' && !(position + 1 < limit && bytes[position + 1] == '\n'))) {
        lineBreaks++;
      }
      signs |= at | (at - 1);
      position++;
    }
    if (position + 1 >= limit && !window.ended()) {
      return MORE;
    }
    if (position >= limit) {
      return BROKEN;
    }
    addField(from, position, hasEscapes);
    return isFieldEnd(window, position + 1) ? position + 1 : BROKEN;
  }

  private boolean isFieldEnd(ByteWindow window, int position) {
    if (position >= window.limit()) {
      return true;
    }
    byte at = window.bytes()[position];
    return at == delimiter || at == '\n' || at == '\r';
  }

  private void addField(int from, int to, boolean hasEscapes) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      escaped = Arrays.copyOf(escaped, count * 2);
    }
    starts[count] = from;
    ends[count] = to;
    escaped[count] = hasEscapes;
    count++;
  }

  int fieldCount() {
    return count;
  }

  /** Where the record ends, before its line break. */
  int end() {
    return end;
  }

  /** Line breaks inside its cells. */
  int lineBreaks() {
    return lineBreaks;
  }

  /** Whether it holds nothing but ASCII, and no NUL: then it needs no closer look. */
  boolean isPlainText() {
    return signs >= 0;
  }

  boolean isBlank(int field) {
    return starts[field] == ends[field];
  }

  /** The first so many fields; null where one is empty. */
  List<String> values(byte[] bytes, int fields) {
    List<String> values = new ArrayList<>(fields);
    for (int i = 0; i < fields; i++) {
      values.add(isBlank(i) ? null : value(bytes, i));
    }
    return values;
  }

  private String value(byte[] bytes, int field) {
    String text =
        new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    return escaped[field] ? text.replace("\"\"", "\"") : text;
  }
}
