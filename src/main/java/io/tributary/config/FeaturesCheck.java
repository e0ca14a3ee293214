package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.text.Nearest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Checks what the schema cannot say about features. */
final class FeaturesCheck {
  private static final String FROM = "features.as_of_from";
  private static final List<String> PAIR = List.of("profile_id", "timestamp");

  private FeaturesCheck() {}

  /**
   * Checks the block by itself.
   *
   * @param values the file's values with every default filled in, of whatever type
   */
  static void check(JsonNode values, Problems problems) {
    JsonNode block = values.path("features");
    if (block.has("as_of") && block.has("as_of_from")) {
      problems.at(FROM, "`as_of` and `as_of_from` both say the as-of times; keep one.");
    }
    JsonNode from = block.path("as_of").path("from");
    if (from.isTextual() && WrittenTime.parse(from.textValue()).isEmpty()) {
      problems.at(
          "features.as_of.from",
          "`features.as_of.from` cannot be %s; there is no such day or time in the years 1900 to 9998, write one."
              .formatted(Values.shown(from)));
    }
  }

  /** Checks that the as-of times of a series are not too many, as far as its end is written. */
  static void count(Project project, Problems problems) {
    Instant end =
        WrittenTime.parse(project.window().endDate())
            .filter(time -> !(time instanceof WrittenTime.Now))
            .map(time -> time.end(project.timezone(), fixed()))
            .orElse(Instant.MIN);
    if (!end.equals(Instant.MIN) && AsOfSeries.isTooLong(project, end)) {
      problems.at("features.as_of", AsOfSeries.TOO_LONG);
    }
  }

  private static Clock fixed() {
    return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  }

  /** Looks for the table of as-of times and its columns. */
  static void bind(Features features, TableCatalog catalog, Problems problems) {
    if (features.asOfFrom().isEmpty()) {
      return;
    }
    String table = features.asOfFrom().get();
    Optional<List<String>> columns =
        catalog.tables().stream()
            .filter(table::equalsIgnoreCase)
            .findFirst()
            .flatMap(catalog::columns);
    if (columns.isEmpty()) {
      problems.at(
          FROM, "There is no table %s; %s".formatted(Values.quoted(table), near(table, catalog)));
      return;
    }
    PAIR.stream()
        .filter(name -> columns.get().stream().noneMatch(name::equalsIgnoreCase))
        .findFirst()
        .ifPresent(
            name ->
                problems.at(
                    FROM,
                    "The table %s has no column `%s`; let it have `profile_id` and `timestamp`, it has %s."
                        .formatted(Values.quoted(table), name, Values.some(columns.get()))));
  }

  private static String near(String table, TableCatalog catalog) {
    return Nearest.to(table, catalog.tables())
        .map(near -> "did you mean " + Values.quoted(near) + "?")
        .orElse("add it, with the columns `profile_id` and `timestamp`.");
  }
}
