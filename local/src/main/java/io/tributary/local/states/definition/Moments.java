package io.tributary.local.states.definition;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Checks timestamps that a definition writes out. */
final class Moments {
  private Moments() {}

  static void requireTimestamp(Fields fields, Object value) {
    if (!fields.has("Timestamp")) {
      return;
    }
    try {
      OffsetDateTime.parse(String.valueOf(value));
    } catch (DateTimeParseException e) {
      fields.refuse("Timestamp", "must be an ISO 8601 time with its zone, or an expression");
    }
  }
}
