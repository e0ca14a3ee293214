package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.text.Nearest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Checks what the schema cannot say about the time zone, the window and the schemas. */
final class SettingsCheck {
  private static final String MISSING_DAY =
      "%s cannot be %s; there is no such day or time in the years 1900 to 9998, write one.";
  private final JsonNode values;
  private final Problems problems;

  private SettingsCheck(JsonNode values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /**
   * @param values the file's values with every default filled in, of whatever type
   */
  static void check(JsonNode values, Problems problems) {
    SettingsCheck check = new SettingsCheck(values, problems);
    check.schemas();
    Optional<ZoneId> zone = check.zone();
    Optional<WrittenTime> start = check.time("start_date");
    Optional<WrittenTime> end = check.time("end_date");
    if (zone.isPresent() && start.isPresent() && end.isPresent()) {
      check.order(zone.get(), start.get(), end.get());
    }
  }

  private void schemas() {
    String schema = values.path("schema").asText();
    if (schema.equals(values.path("raw_schema").asText())) {
      problems.at(
          problems.has("schema") ? "schema" : "raw_schema",
          "`schema` and `raw_schema` are both `%s`; results need a schema of their own."
              .formatted(schema));
    }
    if (schema.startsWith("pg_") || schema.equals("information_schema")) {
      problems.at("schema", "`schema` cannot be one of the warehouse's own; choose another name.");
    }
  }

  private Optional<ZoneId> zone() {
    String name = values.path("timezone").asText();
    Set<String> known = ZoneId.getAvailableZoneIds();
    if (known.contains(name)) {
      return Optional.of(ZoneId.of(name));
    }
    String mend =
        Nearest.to(name, known)
            .map(near -> "did you mean " + Values.quoted(near) + "?")
            .orElse("write a name such as `UTC` or `Europe/Berlin`.");
    problems.at("timezone", "There is no time zone %s; %s".formatted(Values.quoted(name), mend));
    return Optional.empty();
  }

  private Optional<WrittenTime> time(String key) {
    JsonNode written = values.path("window").path(key);
    if (!written.isTextual()) {
      return Optional.empty();
    }
    Optional<WrittenTime> time = WrittenTime.parse(written.textValue());
    if (time.isEmpty()) {
      String path = "window." + key;
      problems.at(path, MISSING_DAY.formatted(Values.quoted(path), Values.shown(written)));
    }
    return time;
  }

  /** Whether a window with one end {@code now} is reversed is only known when a run is planned. */
  private void order(ZoneId zone, WrittenTime start, WrittenTime end) {
    boolean startsNow = start instanceof WrittenTime.Now;
    boolean endsNow = end instanceof WrittenTime.Now;
    Clock anyTime = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    boolean ordered = start.beginning(zone, anyTime).isBefore(end.end(zone, anyTime));
    if (startsNow == endsNow && !ordered) {
      problems.at(
          "window.start_date",
          "The window is reversed: it begins at %s and ends at %s; swap or mend them."
              .formatted(
                  Values.shown(values.path("window").path("start_date")),
                  Values.shown(values.path("window").path("end_date"))));
    }
  }
}
