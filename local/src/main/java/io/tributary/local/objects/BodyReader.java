package io.tributary.local.objects;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings a request's body into a file and checks it against the checksums that came with it. */
final class BodyReader {
  private static final int BUFFER = 1 << 16;

  private BodyReader() {}

  /**
   * @throws Refusal if the body is not the one that the client sent
   */
  static Received receive(ObjectRequest request, Path file) throws IOException {
    Checksums checksums = Checksums.of(request);
    Map<String, String> sent = new TreeMap<>(request.headers());
    long size;
    if (request
        .header("x-amz-content-sha256")
        .filter(v -> v.startsWith("STREAMING-"))
        .isPresent()) {
      ChunkedBody body = new ChunkedBody(new BufferedInputStream(request.body(), BUFFER));
      size = write(body, file, checksums);
      sent.putAll(body.trailers());
      checkLength(request, size);
    } else {
      size = write(request.body(), file, checksums);
    }
    checksums.check(sent);
    return new Received(file, size, checksums.md5(), checksums.crc32());
  }

  /** Copies a body that needs no check, such as another object's. */
  static Received copy(InputStream source, Path file) throws IOException {
    Checksums checksums = new Checksums();
    long size = write(source, file, checksums);
    return new Received(file, size, checksums.md5(), checksums.crc32());
  }

  /** Writes files after one another into one. */
  static Received join(List<Path> parts, Path file) throws IOException {
    Checksums checksums = new Checksums();
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (Path part : parts) {
        try (InputStream source = Files.newInputStream(part)) {
          size += pump(source, out, checksums);
        }
      }
    }
    return new Received(file, size, checksums.md5(), checksums.crc32());
  }

  private static long write(InputStream source, Path file, Checksums checksums) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      return pump(source, out, checksums);
    }
  }

  private static long pump(InputStream source, OutputStream out, Checksums checksums)
      throws IOException {
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
      checksums.update(buffer, read);
      out.write(buffer, 0, read);
      size += read;
    }
    return size;
  }

  private static void checkLength(ObjectRequest request, long size) {
    request
        .header("x-amz-decoded-content-length")
        .filter(length -> !length.equals(Long.toString(size)))
        .ifPresent(
            length -> {
              throw new Refusal(
                  400, "IncompleteBody", "The body has " + size + " bytes, not " + length + ".");
            });
  }
}
