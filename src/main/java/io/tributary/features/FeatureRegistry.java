package io.tributary.features;

import io.tributary.config.FeatureFileReader;
import io.tributary.config.FeatureRule;
import io.tributary.config.Features;
import io.tributary.config.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All features of a project: the built-in ones and its own, one for each window. */
public final class FeatureRegistry {
  /** The most columns of features that the wide table has. */
  static final int MOST = 250;

  private static final int LONGEST_NAME = 63;
  private static final String BUILT_IN_FILE = "built_in.yaml";
  private static final List<FeatureRule> BUILT_IN = builtIn();
  private static final Set<String> TAKEN =
      Set.of("profile_id", "timestamp", "as_of", "as_of_day", "from_run", "to_run");

  private FeatureRegistry() {}

  /** Every feature, in the order of the definitions, hidden ones too. */
  static List<Feature> of(Features features) {
    return Stream.concat(BUILT_IN.stream(), features.rules().stream())
        .flatMap(rule -> windows(rule.with(features), features).stream())
        .toList();
  }

  private static List<Feature> windows(FeatureRule rule, Features features) {
    boolean isNamed = rule.name().contains(FeatureRule.DAYS);
    List<Integer> windows =
        rule.windows().isEmpty() && isNamed ? features.lookbackDays() : rule.windows();
    return windows.isEmpty()
        ? List.of(new Feature(rule, Optional.empty()))
        : windows.stream().map(days -> new Feature(rule, Optional.of(days))).toList();
  }

  static List<FeatureRule> builtInRules() {
    return BUILT_IN;
  }

  /** What is wrong with the names of a project's own features, by file and line. */
  public static List<Problem> problems(Features features) {
    List<Problem> problems = new ArrayList<>();
    Map<String, FeatureRule> first = new HashMap<>();
    for (Feature feature : of(features)) {
      fault(feature, first.putIfAbsent(feature.name(), feature.rule()))
          .map(sentence -> feature.rule().place().problem("name", sentence))
          .filter(problem -> !problems.contains(problem))
          .ifPresent(problems::add);
    }
    long columns = of(features).stream().filter(feature -> !feature.rule().hidden()).count();
    if (columns > MOST) {
      problems.add(
          new Problem(
              "tributary.yaml",
              0,
              "There are %d features, and the table takes %d; remove some, or take fewer lookback_days."
                  .formatted(columns, MOST)));
    }
    return problems;
  }

  private static Optional<String> fault(Feature feature, FeatureRule other) {
    String name = feature.name();
    if (name.length() > LONGEST_NAME) {
      return Optional.of(
          "The feature `%s` has a name of more than %d characters; shorten it."
              .formatted(name, LONGEST_NAME));
    } else if (TAKEN.contains(name)) {
      return Optional.of(
          "`%s` is a column that every feature table has; call the feature otherwise."
              .formatted(name));
    } else if (ReservedWords.contains(name)) {
      return Optional.of(
          "`%s` is a word of SQL, so every query would have to quote it; call the feature otherwise."
              .formatted(name));
    } else if (other == null) {
      return Optional.empty();
    }
    boolean isBuiltIn = other.place().file().equals(BUILT_IN_FILE);
    return Optional.of(
        isBuiltIn
            ? "There is a built-in feature `%s`; call this one otherwise.".formatted(name)
            : "There are two features `%s`, one in %s; rename or remove one."
                .formatted(name, other.place().file()));
  }

  private static List<FeatureRule> builtIn() {
    try (InputStream in = FeatureRegistry.class.getResourceAsStream(BUILT_IN_FILE)) {
      FeatureFileReader.Read read = FeatureFileReader.read(BUILT_IN_FILE, in.readAllBytes());
      if (!read.problems().isEmpty()) {
        throw new IllegalStateException("The built-in features are wrong: " + read.problems());
      }
      return read.rules();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
