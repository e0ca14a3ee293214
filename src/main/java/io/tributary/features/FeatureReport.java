package io.tributary.features;

import io.tributary.config.FeatureType;
import io.tributary.config.Project;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.run.WarehouseNames;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.SqlTemplates;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says what the features of the live run are like. */
public final class FeatureReport {
  private static final int LONGEST_VALUE = 30;

  private final Reading warehouse;
  private final Map<String, Object> names;
  private final SqlTemplates sql = new SqlTemplates();

  /** Runs a query and gives its rows as text. */
  @FunctionalInterface
  public interface Reading {
    Stream<List<String>> rows(String sql);
  }

  public FeatureReport(Reading warehouse, Project project) {
    this.warehouse = warehouse;
    WarehouseNames schemas = WarehouseNames.of(project.schema(), 0);
    this.names = Map.of("published", schemas.published(), "store", schemas.store());
  }

  /**
   * Every feature, in the order of the columns.
   *
   * @throws UserException if the live run has none
   */
  public List<FeatureSummary> summaries() {
    return summaries(any -> true);
  }

  /** Those of these names, in the order of the columns; the others are not looked at. */
  public List<FeatureSummary> summaries(Predicate<String> names) {
    List<List<String>> listed = rows("listed", Map.of());
    if (listed.isEmpty()) {
      throw new UserException(
          ErrorCode.NOT_AVAILABLE,
          "There are no features yet; put `features: {}` into the project file and run the project.");
    }
    return listed.stream().filter(row -> names.test(row.get(0))).map(this::summary).toList();
  }

  private FeatureSummary summary(List<String> listed) {
    String name = listed.get(0);
    FeatureType type = FeatureType.of(listed.get(1));
    List<String> spread = spread(type, name);
    long profiles = Long.parseLong(spread.get(0));
    long known = Long.parseLong(spread.get(1));
    return new FeatureSummary(
        name,
        type.label(),
        listed.get(2),
        listed.get(3),
        profiles == 0 ? 0 : (double) (profiles - known) / profiles,
        known == 0 ? "" : distribution(type, known, spread));
  }

  private List<String> spread(FeatureType type, String name) {
    String file =
        switch (type) {
          case NUMERIC, INTEGER -> "number_spread";
          case BOOLEAN -> "truth_spread";
          case STRING, ARRAY -> "text_spread";
        };
    return rows(file, Map.of("column", Identifiers.quote(name))).get(0);
  }

  private static String distribution(FeatureType type, long known, List<String> spread) {
    return switch (type) {
      case NUMERIC, INTEGER ->
          String.join(" | ", spread.subList(2, 7).stream().map(FeatureReport::number).toList());
      case BOOLEAN -> percent(spread.get(2), known) + " true";
      case STRING, ARRAY ->
          "%s %s, most often %s (%s)"
              .formatted(
                  spread.get(2),
                  (type == FeatureType.ARRAY ? "list" : "value")
                      + (spread.get(2).equals("1") ? "" : "s"),
                  shortened(spread.get(3)),
                  percent(spread.get(4), known));
    };
  }

  private static String number(String value) {
    String text = String.format(Locale.ROOT, "%.2f", Double.parseDouble(value));
    return text.replaceFirst("[.]0+$", "").replaceFirst("([.][0-9]*[1-9])0+$", "$1");
  }

  private static String percent(String count, long of) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * Long.parseLong(count) / of);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }

  private List<List<String>> rows(String file, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(names);
    all.putAll(more);
    try (Stream<List<String>> rows = warehouse.rows(sql.render("features/" + file + ".sql", all))) {
      return rows.toList();
    }
  }
}
