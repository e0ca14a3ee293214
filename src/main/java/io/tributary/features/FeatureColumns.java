package io.tributary.features;

import io.tributary.config.EventColumns;
import io.tributary.config.FeatureRule;
import io.tributary.config.FeatureType;
import io.tributary.config.WrittenExpression;
import io.tributary.features.CompiledFeatures.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the features that a run calculates, in the order of the definitions. */
final class FeatureColumns {
  private FeatureColumns() {}

  static List<FeatureColumn> of(CompiledFeatures features) {
    Map<Feature, FeatureType> types = new HashMap<>();
    features.aggregated().forEach(one -> types.put(one.feature(), one.type()));
    features.formulas().forEach(one -> types.put(one.feature(), one.type()));
    return features.all().stream()
        .filter(feature -> types.containsKey(feature) && !feature.rule().hidden())
        .map(
            feature ->
                new FeatureColumn(
                    feature.name(), types.get(feature), feature.description(), definition(feature)))
        .toList();
  }

  /** How it is calculated, in one line. */
  static String definition(Feature feature) {
    FeatureRule rule = feature.rule();
    List<String> parts = new ArrayList<>();
    rule.formula().ifPresent(formula -> parts.add("formula: " + text(feature, formula)));
    rule.aggregation().ifPresent(aggregation -> parts.add(aggregation.label()));
    rule.value().ifPresent(value -> parts.add("of " + text(feature, value)));
    rule.by().ifPresent(by -> parts.add("by " + text(feature, by)));
    rule.source().ifPresent(source -> parts.add("from " + source));
    rule.filter().ifPresent(filter -> parts.add("where " + text(feature, filter)));
    if (rule.formula().isEmpty()) {
      feature.days().ifPresent(days -> parts.add("in the past " + days + " days"));
    }
    rule.maxSize().ifPresent(size -> parts.add("of at most " + size));
    return String.join(" ", parts);
  }

  private static String text(Feature feature, WrittenExpression expression) {
    return feature.filled(expression).text().strip().replaceAll("\\s+", " ");
  }

  /** A text of a definition as SQL, whatever is in it. */
  static String literal(String text) {
    return text.isBlank() ? "''" : EventColumns.literal(text.strip());
  }

  /** What cannot be calculated, by name and reason; empty where all can be. */
  static String leftOut(CompiledFeatures features) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (LeftOut one : features.leftOut()) {
      if (!one.feature().rule().hidden()) {
        byReason
            .computeIfAbsent(one.reason(), reason -> new ArrayList<>())
            .add(one.feature().name());
      }
    }
    return byReason.entrySet().stream()
        .map(one -> "%s (needs %s)".formatted(String.join(", ", one.getValue()), one.getKey()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("; "), text -> text.isEmpty() ? "" : "Left out: " + text + "."));
  }
}
