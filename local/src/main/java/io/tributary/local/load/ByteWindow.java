package io.tributary.local.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a file that is being looked at: what lies from {@code start} to {@code limit} of the
 * bytes. It grows while one row does not fit, up to the longest row there may be.
 */
final class ByteWindow implements Closeable {
  /** A row longer than this is taken for a quote that nobody closed. */
  static final int LONGEST_ROW = 64 << 20;

  private static final int FIRST_SIZE = 1 << 20;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int start;
  private int limit;
  private boolean ended;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int limit() {
    return limit;
  }

  /** Whether the file ends where the window does. */
  boolean ended() {
    return ended;
  }

  boolean isEmpty() {
    return start == limit;
  }

  boolean isFull() {
    return limit - start >= LONGEST_ROW;
  }

  void moveTo(int position) {
    start = position;
  }

  /** Reads on; positions in the window change. */
  void readOn() throws IOException {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      limit -= start;
      start = 0;
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = in.readNBytes(bytes, limit, bytes.length - limit);
    limit += read;
    ended = limit < bytes.length;
  }

  /** Where the line that holds this position ends, before its line break. */
  int lineEnd(int position) {
    int end = position;
    while (end < limit && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  /** Where the next line begins after a line that ends here. */
  int afterLineBreak(int lineEnd) {
    if (lineEnd >= limit) {
      return limit;
    }
    boolean two = bytes[lineEnd] == '\r' && lineEnd + 1 < limit && bytes[lineEnd + 1] == '\n';
    return lineEnd + (two ? 2 : 1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
