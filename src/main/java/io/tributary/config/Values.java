package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How values and names are shown in a sentence: short, and on one line. */
final class Values {
  private static final int LONGEST = 60;
  private static final int SOME = 12;
  private static final int MESSAGE = 300;

  private Values() {}

  /** A value of the file. */
  static String shown(JsonNode value) {
    if (value.isTextual()) {
      return '"' + shortened(value.textValue()) + '"';
    }
    if (value.isObject()) {
      return "a mapping";
    }
    if (value.isArray()) {
      return "a list";
    }
    return value.isNull() || value.isMissingNode() ? "nothing" : value.asText();
  }

  /** Names in backticks with commas between them. */
  static String listed(Collection<String> names) {
    return names.stream().map(Values::quoted).collect(Collectors.joining(", "));
  }

  /** The first few names in backticks, and how many more there are. */
  static String some(List<String> names) {
    String first = listed(names.subList(0, Math.min(SOME, names.size())));
    return names.size() > SOME ? first + " and " + (names.size() - SOME) + " more" : first;
  }

  /** One name in backticks. */
  static String quoted(String name) {
    return '`' + shortened(name) + '`';
  }

  /**
   * Another's message as part of a sentence: on one line, without its full stop, and not endless.
   */
  static String oneLine(String message) {
    String line = message.strip().replaceAll("\\s+", " ").replaceAll("[.]+$", "");
    return line.length() > MESSAGE ? line.substring(0, MESSAGE) + "…" : line;
  }

  /** Text cut to what fits a sentence, control characters replaced. */
  static String shortened(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    int end =
        clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
    return end < clean.length() ? clean.substring(0, end) + "…" : clean;
  }
}
