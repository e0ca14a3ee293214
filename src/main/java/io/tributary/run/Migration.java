package io.tributary.run;

import io.tributary.warehouse.SqlTemplates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered SQL file that changes a project's tables by one statement, once.
 *
 * @param file below {@code io/tributary}, such as {@code run/migrations/0001_live.sql}
 * @param checksum SHA-256 of the file's text, whatever its line ends
 */
record Migration(long version, String name, String file, String checksum) {
  private static final Pattern FILE = Pattern.compile("(?:.*/)?([0-9]{4})_([a-z0-9_]+)[.]sql");

  static Migration of(String file, SqlTemplates sql) {
    Matcher parts = FILE.matcher(file);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A migration is called 0001_what_it_does.sql: " + file);
    }
    return new Migration(
        Long.parseLong(parts.group(1)), parts.group(2), file, checksum(sql.text(file)));
  }

  /** Number and name, as the file is called. */
  String label() {
    return "%04d_%s".formatted(version, name);
  }

  static String checksum(String text) {
    try {
      byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
