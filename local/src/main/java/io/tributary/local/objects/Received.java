package io.tributary.local.objects;

import java.nio.file.Path;

/**
 * A body that arrived whole and lies in a temporary file.
 *
 * @param md5 in hexadecimal
 * @param crc32 in Base64
 */
record Received(Path file, long size, String md5, String crc32) {
  String etag() {
    return '"' + md5 + '"';
  }
}
