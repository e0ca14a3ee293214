package io.tributary.identity;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * Writes rows of numbers and words as CSV in parts of a like size, so that COPY loads them side by
 * side. The same rows make the same parts.
 */
public final class NumberParts {
  private static final int LONGEST_NUMBER = 11;

  private final ObjIntConsumer<byte[]> target;
  private final int partBytes;
  private byte[] bytes;
  private int length;
  private int parts;
  private long rows;
  private boolean inRow;

  /**
   * @param partBytes a part ends with the row that reaches this many bytes
   * @param target takes each part with its number, from 1
   */
  public NumberParts(int partBytes, ObjIntConsumer<byte[]> target) {
    this.target = target;
    this.partBytes = partBytes;
    bytes = new byte[Math.max(LONGEST_NUMBER, Math.min(partBytes, 1 << 16))];
  }

  /** Writes a number of at least 0 as the row's next field. */
  NumberParts number(int number) {
    separate(LONGEST_NUMBER);
    int first = length;
    int rest = number;
    do {
      bytes[length++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    for (int left = first, right = length - 1; left < right; left++, right--) {
      byte swapped = bytes[left];
      bytes[left] = bytes[right];
      bytes[right] = swapped;
    }
    return this;
  }

  /** Writes a word of ASCII letters and underscores as the row's next field. */
  NumberParts word(String word) {
    separate(word.length());
    for (int at = 0; at < word.length(); at++) {
      bytes[length++] = (byte) word.charAt(at);
    }
    return this;
  }

  void endRow() {
    room(1);
    bytes[length++] = '\n';
    inRow = false;
    rows++;
    if (length >= partBytes) {
      hand();
    }
  }

  /** Hands over what is left; without rows there is no part. */
  public void finish() {
    if (length > 0) {
      hand();
    }
  }

  public long rows() {
    return rows;
  }

  private void separate(int fieldBytes) {
    room(fieldBytes + 1);
    if (inRow) {
      bytes[length++] = ',';
    }
    inRow = true;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  private void hand() {
    target.accept(Arrays.copyOf(bytes, length), ++parts);
    length = 0;
  }
}
