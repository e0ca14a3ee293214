package io.tributary.local.objects;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes from first to last, both included. */
record ByteRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * What a Range header asks of an object of this size; empty where it has no form that is served,
   * and the whole object is the answer.
   *
   * @throws Refusal if the object has none of these bytes
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher form = FORM.matcher(header);
    if (!form.matches() || header.equals("bytes=-")) {
      return Optional.empty();
    }
    ByteRange range = range(form.group(1), form.group(2), size);
    if (range.first >= size || range.first > range.last) {
      throw new Refusal(
          416, "InvalidRange", "The object has " + size + " bytes; none is in " + header + ".");
    }
    return Optional.of(range);
  }

  long length() {
    return last - first + 1;
  }

  /** The header Content-Range. */
  String of(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }

  private static ByteRange range(String from, String to, long size) {
    if (from.isEmpty()) {
      return new ByteRange(Math.max(0, size - Long.parseLong(to)), size - 1);
    }
    long last = to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
    return new ByteRange(Long.parseLong(from), last);
  }
}
