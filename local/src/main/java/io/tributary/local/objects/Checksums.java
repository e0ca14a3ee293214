package io.tributary.local.objects;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The checksums of one body: those that every object gets, and those that the request names. */
final class Checksums {
  static final String PREFIX = "x-amz-checksum-";
  static final String CRC32_HEADER = PREFIX + "crc32";
  private static final String MD5_HEADER = "content-md5";
  private static final String PAYLOAD_HEADER = "x-amz-content-sha256";

  private final Map<String, MessageDigest> digests = new TreeMap<>();
  private final Map<String, byte[]> values = new TreeMap<>();

  /** Those that every object gets: the MD5 of its entity tag and a CRC32. */
  Checksums() {
    digests.put(MD5_HEADER, digest("MD5"));
    digests.put(CRC32_HEADER, new CrcDigest("CRC32", new CRC32()));
  }

  static Checksums of(ObjectRequest request) {
    Checksums checksums = new Checksums();
    request.headers().keySet().forEach(checksums::add);
    request.header("x-amz-trailer").ifPresent(checksums::add);
    request
        .header(PAYLOAD_HEADER)
        .filter(value -> value.length() == 64)
        .ifPresent(value -> checksums.digests.put(PAYLOAD_HEADER, digest("SHA-256")));
    return checksums;
  }

  void update(byte[] buffer, int length) {
    digests.values().forEach(digest -> digest.update(buffer, 0, length));
  }

  /** The body's MD5 in hexadecimal, known when the whole body went through. */
  String md5() {
    return HexFormat.of().formatHex(value(MD5_HEADER));
  }

  /** The body's CRC32 in Base64, known when the whole body went through. */
  String crc32() {
    return Base64.getEncoder().encodeToString(value(CRC32_HEADER));
  }

  /**
   * Compares with what the client sent, in headers or trailers.
   *
   * @throws Refusal if one differs
   */
  void check(Map<String, String> sent) {
    for (String header : digests.keySet()) {
      String expected = sent.get(header);
      if (expected != null && expected.length() != 0 && !expected.equals(text(header))) {
        if (header.equals(PAYLOAD_HEADER)) {
          throw new Refusal(400, "XAmzContentSHA256Mismatch", mismatch(header));
        }
        throw new Refusal(400, "BadDigest", mismatch(header));
      }
    }
  }

  private static String mismatch(String header) {
    return "The body that arrived does not have the checksum that " + header + " tells.";
  }

  private String text(String header) {
    byte[] value = value(header);
    return header.equals(PAYLOAD_HEADER)
        ? HexFormat.of().formatHex(value)
        : Base64.getEncoder().encodeToString(value);
  }

  private byte[] value(String header) {
    return values.computeIfAbsent(header, name -> digests.get(name).digest());
  }

  private void add(String header) {
    if (!header.startsWith(PREFIX)) {
      return;
    }
    String algorithm = header.substring(PREFIX.length());
    switch (algorithm) {
      case "crc32", "algorithm", "mode", "type" -> {}
      case "crc32c" -> digests.put(header, new CrcDigest("CRC32C", new CRC32C()));
      case "sha1" -> digests.put(header, digest("SHA-1"));
      case "sha256" -> digests.put(header, digest("SHA-256"));
      default -> throw Refusal.notImplemented("the checksum " + algorithm.toUpperCase(Locale.ROOT));
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
