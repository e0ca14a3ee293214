package io.tributary.local.objects;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an object without its bytes.
 *
 * @param etag with its quotes
 * @param crc32 in Base64; empty for a file that did not come through the store
 */
record ObjectFile(
    long size,
    Instant modified,
    String etag,
    Optional<String> crc32,
    String contentType,
    Map<String, String> metadata) {
  static final String PLAIN_TYPE = "application/octet-stream";

  ObjectFile {
    metadata = Map.copyOf(metadata);
  }

  /** A file that something else wrote into the bucket, such as the warehouse. */
  static ObjectFile foreign(BasicFileAttributes attributes) {
    Instant modified = attributes.lastModifiedTime().toInstant();
    String version =
        Long.toHexString(attributes.size())
            + "-"
            + Long.toHexString(modified.getEpochSecond())
            + Integer.toHexString(modified.getNano());
    return new ObjectFile(
        attributes.size(), modified, '"' + version + '"', Optional.empty(), PLAIN_TYPE, Map.of());
  }
}
