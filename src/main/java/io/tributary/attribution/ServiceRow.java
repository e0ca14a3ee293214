package io.tributary.attribution;

import com.fasterxml.jackson.databind.JsonNode;

/** A row of the service's answer. A value that is no number is NaN. */
record ServiceRow(
    String conversionId,
    String sessionId,
    double initializer,
    double holder,
    double closer,
    double ihc) {
  static ServiceRow of(JsonNode row) {
    return new ServiceRow(
        row.path("conversion_id").asText(),
        row.path("session_id").asText(),
        number(row, "initializer"),
        number(row, "holder"),
        number(row, "closer"),
        number(row, "ihc"));
  }

  /** Whether each value is a finite number from 0 to 1. */
  boolean isInRange() {
    return isInRange(initializer) && isInRange(holder) && isInRange(closer) && isInRange(ihc);
  }

  private static boolean isInRange(double value) {
    return value >= 0 && value <= 1;
  }

  private static double number(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber() ? value.doubleValue() : Double.NaN;
  }
}
