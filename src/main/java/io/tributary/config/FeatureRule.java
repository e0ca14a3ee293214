package io.tributary.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A feature, or one for each of several windows, as a definition file has it. Either it aggregates
 * rows of a source, or it is a formula of other features.
 *
 * @param name with {@code {n}} for the days of a window
 * @param type empty for what its aggregation or expression gives
 * @param source a source by name or kind, or one that is made of them
 * @param value what is taken of a row; a row without it does not count
 * @param by what is summed for each value
 * @param filter which rows count
 * @param windows the numbers of days; empty for those of the project file where the name has {@code
 *     {n}}, else for all that was before
 * @param maxSize the most distinct values: a number or the name of a setting
 * @param hidden whether it serves formulas alone
 */
public record FeatureRule(
    String name,
    String description,
    Optional<FeatureType> type,
    Optional<String> source,
    Optional<Aggregation> aggregation,
    Optional<WrittenExpression> value,
    Optional<WrittenExpression> by,
    Optional<WrittenExpression> filter,
    Optional<WrittenExpression> formula,
    List<Integer> windows,
    Optional<String> maxSize,
    boolean hidden,
    Place place) {
  /** What stands for the days of a window. */
  public static final String DAYS = "{n}";

  /** What stands for the project's {@code card_types}, as texts of SQL. */
  static final String CARD_TYPES = "{card_types}";

  public FeatureRule {
    Objects.requireNonNull(description);
    Objects.requireNonNull(place);
    windows = List.copyOf(windows);
    if (aggregation.isPresent() == formula.isPresent()) {
      throw new IllegalArgumentException("The feature " + name + " aggregates or is a formula");
    }
  }

  /** The same with a project's settings in place of what stands for them. */
  public FeatureRule with(Features settings) {
    return new FeatureRule(
        name,
        description,
        type,
        source,
        aggregation,
        value.map(settings::filled),
        by.map(settings::filled),
        filter.map(settings::filled),
        formula.map(settings::filled),
        windows,
        maxSize.map(settings::size),
        hidden,
        place);
  }

  /**
   * Where it is defined.
   *
   * @param file as the user knows it
   * @param path its place in the file, such as {@code features.2}
   * @param lines where keys stand in the file
   */
  public record Place(String file, String path, Lines lines) {
    /** A problem of one of its keys. */
    public Problem problem(String key, String sentence) {
      return new Problem(file, lines.of(path + "." + key), sentence);
    }
  }
}
