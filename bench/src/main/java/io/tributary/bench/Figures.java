package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The measured figures, and how they are written. A measurement that failed has none. */
final class Figures {
  private static final String NONE = "—";
  private static final double MEBIBYTE = 1 << 20;

  private final Path folder;

  Figures(Path folder) {
    this.folder = folder;
  }

  /** The figures of a measurement; empty where it failed or was left out. */
  JsonNode of(String measurement) throws IOException {
    Path file = folder.resolve(measurement + ".json");
    return Files.exists(file)
        ? Json.MAPPER.readTree(Files.readAllBytes(file))
        : Json.MAPPER.createObjectNode();
  }

  /** The numbers at the end of the names of measurements of this kind, ascending. */
  List<String> sizes(String kind) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(kind) + "-([0-9]+)[.]json");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> name.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(found -> found.group(1))
          .sorted(Comparator.comparingLong(Long::parseLong))
          .toList();
    }
  }

  static String count(JsonNode figure) {
    return figure.isMissingNode() ? NONE : String.format(Locale.ROOT, "%,d", figure.asLong());
  }

  static String seconds(JsonNode figure) {
    return figure.isMissingNode() ? NONE : seconds(figure.asDouble());
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 1 ? "%.2f" : "%.1f", seconds);
  }

  static String mebibytes(JsonNode bytes) {
    return bytes.isMissingNode()
        ? NONE
        : String.format(Locale.ROOT, "%,.0f", bytes.asDouble() / MEBIBYTE);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  static String row(Object... cells) {
    StringBuilder row = new StringBuilder("|");
    for (Object cell : cells) {
      row.append(' ').append(cell).append(" |");
    }
    return row.append('\n').toString();
  }

  static String head(String... columns) {
    return row((Object[]) columns) + "|" + "---|".repeat(columns.length) + "\n";
  }
}
