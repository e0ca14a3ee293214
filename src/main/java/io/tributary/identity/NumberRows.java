package io.tributary.identity;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads rows of whole numbers from 0 to 2,147,483,647, as UNLOAD writes integer columns: CSV
 * without header or quotes, plain or gzip, rows of any length. An empty field is 0. No object is
 * made a row.
 */
public final class NumberRows implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Where a separator should be, the file ends. */
  private static final int NOTHING = Integer.MIN_VALUE;

  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long line;
  private int[] numbers = new int[16];
  private int size;

  private NumberRows(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /**
   * Opens rows; closing them closes the stream.
   *
   * @param name what an error calls the file
   */
  public static NumberRows open(String name, InputStream in) {
    try {
      InputStream marked = in.markSupported() ? in : new BufferedInputStream(in);
      marked.mark(2);
      boolean gzip = marked.read() == 0x1f && marked.read() == 0x8b;
      marked.reset();
      return new NumberRows(name, gzip ? new GZIPInputStream(marked, BUFFER_BYTES) : marked);
    } catch (IOException e) {
      throw unread(name, e);
    }
  }

  /**
   * Goes to the next row; false after the last.
   *
   * @throws DataException if a row is no row of numbers, with file and line
   */
  public boolean next() {
    size = 0;
    if (at == end && !fill()) {
      return false;
    }
    line++;
    int separator;
    do {
      separator = readField();
    } while (separator == ',');
    if (separator != '\n' && separator != NOTHING) {
      throw broken("it holds something that is no digit");
    }
    return true;
  }

  /** How many numbers the row has. */
  public int size() {
    return size;
  }

  /** The row's number at the position, counted from 0; 0 beyond the row's end. */
  public int get(int position) {
    return position < size ? numbers[position] : 0;
  }

  /** The failure of a row that was read and makes no sense. */
  DataException broken(String why) {
    return new DataException(
        ErrorCode.INTERNAL,
        "Line " + line + " of " + name + " is not as expected: " + why + "; run the stage again.");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unread(name, e);
    }
  }

  /** Reads a number, and returns the character after it. Local variables make it twice as fast. */
  private int readField() {
    long number = 0;
    do {
      byte[] bytes = buffer;
      int position = at;
      int last = end;
      while (position < last) {
        int digit = bytes[position++] - '0';
        if (digit < 0 || digit > 9) {
          at = position;
          add((int) number);
          return digit + '0';
        }
        number = number * 10 + digit;
        if (number > Integer.MAX_VALUE) {
          throw broken("a number is larger than " + Integer.MAX_VALUE);
        }
      }
    } while (fill());
    add((int) number);
    return NOTHING;
  }

  private void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  private boolean fill() {
    try {
      at = 0;
      end = Math.max(0, in.read(buffer));
      return end > 0;
    } catch (IOException e) {
      throw unread(name, e);
    }
  }

  private static RuntimeException unread(String name, IOException e) {
    if (e instanceof ZipException || e instanceof EOFException) {
      return new DataException(
          ErrorCode.INTERNAL, name + " is not a whole gzip file; run the stage again.", e);
    }
    return new TransientException(
        ErrorCode.OBJECTS_UNREACHABLE, "Reading " + name + " broke off.", e);
  }
}
