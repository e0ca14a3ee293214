package io.tributary.local.objects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A body in the encoding {@code aws-chunked}: chunks of {@code hex;chunk-signature=…}, a chunk of
 * length 0, then trailers. Signatures are not checked: the store serves its own machine only.
 */
final class ChunkedBody extends InputStream {
  private static final int LONGEST_LINE = 8192;

  private final InputStream in;
  private final Map<String, String> trailers = new TreeMap<>();
  private long left;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  /** What followed the last chunk, names in lower case; complete at the end of the stream. */
  Map<String, String> trailers() {
    return trailers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = in.read(buffer, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw incomplete();
    }
    left -= read;
    if (left == 0) {
      line();
    }
    return read;
  }

  private void nextChunk() throws IOException {
    String header = line();
    int semicolon = header.indexOf(';');
    String size = semicolon < 0 ? header : header.substring(0, semicolon);
    try {
      left = Long.parseLong(size.strip(), 16);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("The body has a malformed chunk header.");
    }
    if (left == 0) {
      ended = true;
      readTrailers();
    }
  }

  private void readTrailers() throws IOException {
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        trailers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
  }

  /** The next line without its end; empty at the end of the body. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
      if (line.size() > LONGEST_LINE) {
        throw Refusal.invalid("The body has a chunk header that is too long.");
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static Refusal incomplete() {
    return new Refusal(400, "IncompleteBody", "The body ended within a chunk.");
  }
}
