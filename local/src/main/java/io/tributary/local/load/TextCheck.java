package io.tributary.local.load;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 from what is not, row by row, and remembers what it saw: a file with letters of
 * Latin-1 and not one character of UTF-8 was saved in the wrong encoding, while a file of UTF-8 may
 * well have a damaged row.
 */
final class TextCheck {
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer decoded = CharBuffer.allocate(4096);
  private long firstLatinLine;
  private boolean sawUtf8;
  private boolean sawOther;

  /** Whether these bytes are UTF-8. */
  boolean isUtf8(byte[] bytes, int from, int to, long line) {
    if (isAscii(bytes, from, to)) {
      return true;
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, to - from);
    decoder.reset();
    CoderResult result;
    do {
      decoded.clear();
      result = decoder.decode(rest, decoded, true);
    } while (result.isOverflow());
    if (!result.isError()) {
      sawUtf8 = true;
    } else if (!isLatinLetter(bytes, rest.position(), from, to)) {
      sawOther = true;
    } else if (firstLatinLine == 0) {
      firstLatinLine = line;
    }
    return !result.isError();
  }

  /** The first line with a letter of Latin-1, where the whole file seems to be Latin-1; else 0. */
  long latinLine() {
    return sawUtf8 || sawOther ? 0 : firstLatinLine;
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLatinLetter(byte[] bytes, int at, int from, int to) {
    int code = bytes[at] & 0xff;
    boolean letter = code >= 0xc0 && code < 0xfe && code != 0xd7 && code != 0xf7;
    boolean besideLetter =
        (at > from && isAsciiLetter(bytes[at - 1]))
            || (at + 1 < to && isAsciiLetter(bytes[at + 1]));
    return letter && besideLetter;
  }

  private static boolean isAsciiLetter(byte at) {
    int lower = at | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
