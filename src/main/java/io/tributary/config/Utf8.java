package io.tributary.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.Optional;

/** Decodes a project file strictly, and guesses what it is when it is not UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** The text of bytes that have no fault. */
  static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  /** What keeps the bytes from being UTF-8 text, if anything does. */
  static Optional<Problem> encodingFault(String file, byte[] bytes) {
    if (isUtf16(bytes)) {
      return Optional.of(new Problem(file, 0, "The file is UTF-16; save it as UTF-8."));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = UTF_8.newDecoder().decode(in, out, true);
    if (!result.isError()) {
      return Optional.empty();
    }
    int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
    return Optional.of(
        new Problem(
            file,
            line,
            "The byte 0x%02X is not UTF-8, as in a file of Latin-1; save it as UTF-8."
                .formatted(bytes[in.position()])));
  }

  /** A byte order mark says it, or the zero byte that every ASCII character has there. */
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean marked = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
    return marked || (first == 0) != (second == 0);
  }
}
