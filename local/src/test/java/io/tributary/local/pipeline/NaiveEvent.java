package io.tributary.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * An event as its table has it.
 *
 * @param kind the source that it is of
 * @param values its columns, in JSON
 */
record NaiveEvent(String kind, String id, String user, Instant time, JsonNode values) {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,20}([.][0-9]{1,25})?");

  /** A column's text; null where it is empty. */
  String text(String column) {
    return text(values.path(column));
  }

  /** A column's number; null where it is none. */
  Double number(String column) {
    return number(values.path(column));
  }

  LocalDate date(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The products; null where they are no array. */
  JsonNode lines() {
    return values.path("products").isArray() ? values.path("products") : null;
  }

  static String text(JsonNode value) {
    String text = value.isMissingNode() || value.isNull() ? "" : value.asText();
    return text.stripTrailing().isEmpty() ? null : text.stripTrailing();
  }

  static Double number(JsonNode value) {
    String text = text(value);
    return text != null && NUMBER.matcher(text.strip()).matches() ? Double.valueOf(text) : null;
  }
}
