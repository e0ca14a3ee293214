package io.tributary.local.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file in ASCII, written field by field through one buffer. Fields need no quotes. */
final class CsvFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_FIELD = 1_024;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int length;
  private boolean inRow;

  CsvFile(Path file, String header) throws IOException {
    out = Files.newOutputStream(file);
    text(header).end();
  }

  CsvFile text(String value) throws IOException {
    begin();
    for (int index = 0; index < value.length(); index++) {
      buffer[length++] = (byte) value.charAt(index);
    }
    return this;
  }

  /** An id of 32 hexadecimal digits. */
  CsvFile id(long high, long low) throws IOException {
    begin();
    hex(high);
    hex(low);
    return this;
  }

  /** An amount with two decimals. */
  CsvFile cents(long cents) throws IOException {
    text(Long.toString(cents / 100));
    buffer[length++] = '.';
    twoDigits((int) (cents % 100));
    return this;
  }

  CsvFile flag(boolean value) throws IOException {
    return text(value ? "1" : "0");
  }

  /** A moment as {@code 2023-12-31 23:59:59}. */
  CsvFile moment(String date, int second) throws IOException {
    text(date);
    buffer[length++] = ' ';
    twoDigits(second / 3600);
    buffer[length++] = ':';
    twoDigits(second / 60 % 60);
    buffer[length++] = ':';
    twoDigits(second % 60);
    return this;
  }

  void end() {
    buffer[length++] = '\n';
    inRow = false;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(buffer, 0, length);
    }
  }

  private void begin() throws IOException {
    if (length > BUFFER - LONGEST_FIELD) {
      out.write(buffer, 0, length);
      length = 0;
    }
    if (inRow) {
      buffer[length++] = ',';
    }
    inRow = true;
  }

  private void hex(long value) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      buffer[length++] = HEX[(int) (value >>> shift) & 15];
    }
  }

  private void twoDigits(int value) {
    buffer[length++] = (byte) ('0' + value / 10);
    buffer[length++] = (byte) ('0' + value % 10);
  }
}
