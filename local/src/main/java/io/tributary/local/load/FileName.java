package io.tributary.local.load;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file's name, taken apart.
 *
 * @param stem what is left without the endings
 */
record FileName(String stem, FileFormat format, boolean gzipped) {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  static final String ENDINGS = ".csv, .ndjson, .json (each also with .gz) and .parquet";

  /** Empty where the ending is none that is loaded. */
  static Optional<FileName> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean gzipped = lower.endsWith(".gz");
    String unpacked = gzipped ? name.substring(0, name.length() - 3) : name;
    int dot = unpacked.lastIndexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    return FileFormat.ofEnding(unpacked.substring(dot + 1))
        .filter(format -> !(gzipped && format == FileFormat.PARQUET))
        .map(format -> new FileName(unpacked.substring(0, dot), format, gzipped));
  }

  /** The name of a table for this part of a file's name. */
  static String tableName(String text) {
    String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String name = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_$-]+", "_");
    return name.matches("[-$].*") ? "_" + name : name;
  }
}
