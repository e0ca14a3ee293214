package io.tributary.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a profile, from the identifier that was seen first in it. */
public final class ProfileId {
  /** 96 bits: among a billion profiles two are alike with a chance of 1 in 10^11. */
  private static final int HEX_DIGITS = 24;

  private ProfileId() {}

  /**
   * {@code p_} and the first 24 hex digits of the SHA-256 of {@code type:value} in UTF-8; in SQL
   * {@code 'p_' || left(sha2(type || ':' || value, 256), 24)}.
   */
  public static String of(Identifier seenFirst) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(seenFirst.toString().getBytes(StandardCharsets.UTF_8));
      return "p_" + HexFormat.of().formatHex(hash, 0, HEX_DIGITS / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
