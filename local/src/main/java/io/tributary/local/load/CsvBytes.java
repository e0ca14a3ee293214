package io.tributary.local.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows written as CSV into memory: quoted only where needed, an empty cell for null. */
final class CsvBytes {
  private static final int FULL = 1 << 20;

  private byte[] bytes = new byte[FULL + (FULL >> 2)];
  private int size;
  private int rowStart;
  private int rowSize;
  private boolean rowSpansLines;
  private boolean spansLines;

  void addCell(String text) {
    if (text != null && !text.isEmpty()) {
      byte[] cell = text.getBytes(StandardCharsets.UTF_8);
      makeRoom(2 * cell.length + 3);
      if (needsQuotes(cell)) {
        addQuoted(cell);
      } else {
        System.arraycopy(cell, 0, bytes, size, cell.length);
        size += cell.length;
      }
    }
    makeRoom(1);
    bytes[size++] = ',';
  }

  /** Ends the row: its last delimiter becomes the line break. */
  void endRow() {
    bytes[size - 1] = '\n';
    rowSize = size - rowStart;
    rowStart = size;
    spansLines = rowSpansLines;
    rowSpansLines = false;
  }

  /** Bytes of the row that ended last. */
  int rowSize() {
    return rowSize;
  }

  /** Whether a cell of the row that ended last has a line break. */
  boolean spansLines() {
    return spansLines;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size >= FULL;
  }

  /** Writes all rows and forgets them. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
    rowStart = 0;
  }

  private void addQuoted(byte[] cell) {
    bytes[size++] = '"';
    for (byte at : cell) {
      if (at == '"') {
        bytes[size++] = '"';
      }
      rowSpansLines |= at == '\n' || at == '\r';
      bytes[size++] = at;
    }
    bytes[size++] = '"';
  }

  private void makeRoom(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private static boolean needsQuotes(byte[] cell) {
    for (byte at : cell) {
      if (at == ',' || at == '"' || at == '\n' || at == '\r') {
        return true;
      }
    }
    return false;
  }
}
