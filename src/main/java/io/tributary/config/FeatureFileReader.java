package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.config.FeatureRule.Place;
import io.tributary.expression.Expression;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.SqlExpression;
import io.tributary.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads a definition file of features. Whatever is in it, the answer is a {@link Read}. */
public final class FeatureFileReader {
  private static final PublishedSchema SCHEMA = PublishedSchema.of("features.schema.json");
  private static final List<String> EXPRESSIONS = List.of("value", "by", "filter", "formula");
  private static final List<String> OF_SOURCES =
      List.of("source", "aggregation", "value", "by", "filter", "max_size");

  private final Problems problems;

  private FeatureFileReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * What a file defines, and what is wrong with it.
   *
   * @param rules those that are right by themselves; no formula where another one is wrong, because
   *     it may need that one
   * @param problems by line
   */
  public record Read(List<FeatureRule> rules, List<Problem> problems) {
    public Read {
      rules = List.copyOf(rules);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the bytes of a file, which are UTF-8.
   *
   * @param fileName the file as the user knows it, for the problems
   */
  public static Read read(String fileName, byte[] bytes) {
    Optional<Problem> fault = Utf8.encodingFault(fileName, bytes);
    if (fault.isPresent()) {
      return new Read(List.of(), List.of(fault.get()));
    }
    String text = Utf8.text(bytes).replaceFirst("^\uFEFF", "");
    YamlTree.Plain yaml = YamlDocument.read(fileName, text, YamlDocument.Form.FEATURES);
    if (!yaml.value().isObject()) {
      return new Read(List.of(), yaml.problems());
    }
    Problems problems = new Problems(fileName, yaml.lines(), yaml.problems());
    SchemaCheck.check(SCHEMA, yaml.value(), problems);
    FeatureFileReader reader = new FeatureFileReader(problems);
    JsonNode features =
        yaml.value().path("features").isArray()
            ? yaml.value().path("features")
            : Json.MAPPER.createArrayNode();
    for (int at = 0; at < features.size(); at++) {
      reader.check("features." + at, features.get(at));
    }
    List<FeatureRule> rules = new ArrayList<>();
    for (int at = 0; at < features.size(); at++) {
      if (reader.isRight(at, features.get(at))) {
        rules.add(rule(features.get(at), new Place(fileName, "features." + at, yaml.lines())));
      }
    }
    return new Read(rules, problems.byLine());
  }

  private boolean isRight(int at, JsonNode rule) {
    return rule.isObject()
        && !problems.touch("features." + at)
        && (problems.none() || !rule.has("formula"));
  }

  private void check(String path, JsonNode rule) {
    if (problems.touch(path) || !rule.isObject()) {
      return;
    }
    if (rule.has("formula")) {
      OF_SOURCES.stream()
          .filter(rule::has)
          .forEach(
              key ->
                  at(path + "." + key, "A formula is all there is to it; remove `" + key + "`."));
    } else {
      ofSource(path, rule);
    }
    windows(path, rule);
    EXPRESSIONS.stream().filter(rule::has).forEach(key -> parsed(path + "." + key, rule.get(key)));
  }

  private void ofSource(String path, JsonNode rule) {
    String name = Values.quoted(rule.path("name").asText());
    for (String key : List.of("source", "aggregation")) {
      if (!rule.has(key)) {
        at(path, "The feature %s has no `%s`; add it, or write a `formula`.".formatted(name, key));
        return;
      }
    }
    Aggregation aggregation = Aggregation.of(rule.path("aggregation").asText());
    String label = aggregation.label();
    if (!aggregation.isOfRows() && !rule.has("value")) {
      at(path, "The feature %s of aggregation `%s` has no `value`; add it.".formatted(name, label));
    }
    if (rule.has("by") != (aggregation == Aggregation.MOST_FREQUENT_BY)) {
      at(
          rule.has("by") ? path + ".by" : path,
          rule.has("by")
              ? "Only `most_frequent_by` sums something for each value; remove `by`."
              : "The feature %s has no `by`, which is summed for each value; add it."
                  .formatted(name));
    }
    if (rule.has("max_size") && !aggregation.isBounded()) {
      at(
          path + ".max_size",
          "Only `list`, `most_frequent` and `most_frequent_by` have many values; remove `max_size`.");
    }
    type(path, rule, aggregation);
  }

  private void type(String path, JsonNode rule, Aggregation aggregation) {
    String type = rule.path("type").asText();
    boolean isList = aggregation == Aggregation.LIST;
    if (!type.isEmpty() && type.equals("array") != isList) {
      at(
          path + ".type",
          isList
              ? "A list is an array; remove `type`."
              : "Only the aggregation `list` gives an array; remove `type`.");
    }
  }

  private void windows(String path, JsonNode rule) {
    boolean isNamed = rule.path("name").asText().contains(FeatureRule.DAYS);
    int windows = rule.path("windows").size();
    if (rule.has("formula") && windows > 0 && !isNamed) {
      at(path + ".windows", "Without {n} in its name a formula has no windows; remove `windows`.");
    } else if (!isNamed && windows > 1) {
      at(
          path + ".name",
          "Its %d windows would give features of one name; write {n} where the days stand, such as `%s_in_past_{n}_days`."
              .formatted(windows, Values.shortened(rule.path("name").asText())));
    }
  }

  private void parsed(String path, JsonNode written) {
    Optional<WrittenExpression> expression = AttributesBuilder.expression(written);
    if (expression.isEmpty()) {
      return;
    }
    try {
      String text = trial(expression.get().text());
      if (expression.get().isSql()) {
        SqlExpression.of(text, expression.get().sql().orElseThrow());
      } else {
        Expression.parse(text);
      }
    } catch (ExpressionException e) {
      at(path, AttributesCheck.sentence(expression.get(), e));
    }
  }

  /** Something in place of what is only known with the project's settings. */
  private static String trial(String text) {
    return text.replace(FeatureRule.DAYS, "1").replace(FeatureRule.CARD_TYPES, "'x'");
  }

  private static FeatureRule rule(JsonNode rule, Place place) {
    return new FeatureRule(
        rule.path("name").asText(),
        rule.path("description").asText(),
        text(rule, "type").map(FeatureType::of),
        text(rule, "source"),
        text(rule, "aggregation").map(Aggregation::of),
        AttributesBuilder.expression(rule.path("value")),
        AttributesBuilder.expression(rule.path("by")),
        AttributesBuilder.expression(rule.path("filter")),
        AttributesBuilder.expression(rule.path("formula")),
        StreamSupport.stream(rule.path("windows").spliterator(), false)
            .map(JsonNode::intValue)
            .toList(),
        rule.has("max_size") ? Optional.of(rule.path("max_size").asText()) : Optional.empty(),
        rule.path("hidden").asBoolean(),
        place);
  }

  private static Optional<String> text(JsonNode rule, String key) {
    return Optional.ofNullable(rule.path(key).textValue());
  }

  private void at(String path, String sentence) {
    if (!problems.touch(path)) {
      problems.at(path, sentence);
    }
  }
}
