package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.expression.Expression;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks what the schema cannot say about attributes, without a look at the data. */
final class AttributesCheck {
  private static final List<String> OF_EVENTS =
      List.of("value", "outer_value", "weight", "outer_weight", "filter", "outer_filter");
  private static final Set<String> WEIGHTS = Set.of("weight", "outer_weight");

  private final List<Source> sources;
  private final Problems problems;
  private final QueriesCheck queries;

  private AttributesCheck(List<Source> sources, QueriesCheck queries, Problems problems) {
    this.sources = sources;
    this.queries = queries;
    this.problems = problems;
  }

  /**
   * @param values the file's values as they are written, of whatever types
   */
  static void check(JsonNode values, List<Source> sources, Problems problems) {
    QueriesCheck queries = QueriesCheck.of(values.path("context"), problems);
    AttributesCheck check = new AttributesCheck(sources, queries, problems);
    JsonNode block = values.path("attributes");
    check.identified("attributes", values);
    check.identified("context", values);
    String path = AttributesBuilder.path("attributes", block);
    JsonNode rules = AttributesBuilder.definitions(block);
    check.unique(path, rules);
    for (int at = 0; at < rules.size(); at++) {
      check.rule(path + "." + at, rules.get(at));
    }
  }

  private void identified(String block, JsonNode values) {
    if (values.has(block) && !values.has("identity")) {
      at(block, "`%s` needs `identity`, which says whose an event is; add it.".formatted(block));
    }
  }

  /** Columns of the wide table have no capitals, and the first is the profile. */
  private void unique(String path, JsonNode rules) {
    Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int at = 0; at < rules.size(); at++) {
      String id = rules.get(at).path("id").asText();
      String key = path + "." + at + ".id";
      String other = first.putIfAbsent(id, id);
      if (id.isEmpty()) {
        continue;
      } else if (id.equalsIgnoreCase("profile_id")) {
        at(key, "`profile_id` is the profile's own column; call the attribute otherwise.");
      } else if (other != null && other.equals(id)) {
        at(key, "There are two attributes `%s`; rename or remove one.".formatted(id));
      } else if (other != null) {
        at(
            key,
            "The attributes `%s` and `%s` differ only in capitals; rename one."
                .formatted(other, id));
      }
    }
  }

  private void rule(String path, JsonNode rule) {
    String type = rule.path("type").asText();
    if (!AttributeType.isKnown(type)) {
      return;
    }
    if (type.equals("custom")) {
      custom(path, rule);
    } else {
      ofEvents(path, rule, AttributeType.of(type));
    }
    for (int at = 0; at < rule.path("sources").size(); at++) {
      source(path + ".sources." + at, rule.path("sources").get(at).asText());
    }
  }

  private void custom(String path, JsonNode rule) {
    for (String key : List.of("sources", "types", "versions")) {
      alone(path, rule, key);
    }
    OF_EVENTS.forEach(key -> alone(path, rule, key));
    if (rule.path("query").asText().isBlank()) {
      at(path, "The attribute %s is custom and has no `query`; add it.".formatted(name(rule)));
    } else {
      queries.custom(path + ".query", rule);
    }
  }

  private void alone(String path, JsonNode rule, String key) {
    JsonNode written = rule.path(key);
    boolean isSaid = written.isTextual() ? !written.asText().isBlank() : !written.isEmpty();
    if (isSaid) {
      at(
          path + "." + key,
          "The attribute %s is custom, so its `query` says it all; remove `%s`."
              .formatted(name(rule), key));
    }
  }

  private void ofEvents(String path, JsonNode rule, AttributeType type) {
    if (rule.has("query")) {
      at(path + ".query", "Only an attribute of type `custom` has a `query`; remove it.");
    }
    if (AttributesBuilder.expression(rule.path("value")).isEmpty()) {
      String sentence = "The attribute %s of type `%s` has no `value`; add it.";
      at(path, sentence.formatted(name(rule), type.label()));
    }
    boolean hasOuter = AttributesBuilder.expression(rule.path("outer_value")).isPresent();
    for (String key : OF_EVENTS) {
      if (AttributesBuilder.expression(rule.path(key)).isEmpty()) {
        continue;
      } else if (WEIGHTS.contains(key) && !type.isWeighted()) {
        at(
            path + "." + key,
            "Only `most_frequent` and `least_frequent` weigh values; remove `%s`.".formatted(key));
      } else if (key.startsWith("outer") && !hasOuter) {
        at(
            path + "." + key,
            "`%s` looks at elements, which `outer_value` takes; add `outer_value: value`."
                .formatted(key));
      }
      parsed(path + "." + key, rule.path(key));
    }
    if (type == AttributeType.LIST && rule.has("data_type")) {
      at(path + ".data_type", "A list's column is a JSON array; remove `data_type`.");
    }
  }

  private void parsed(String path, JsonNode written) {
    WrittenExpression expression = AttributesBuilder.expression(written).orElseThrow();
    try {
      if (expression.isSql()) {
        SqlExpression.of(expression.text(), expression.sql().orElseThrow());
      } else {
        Expression.parse(expression.text());
      }
    } catch (ExpressionException e) {
      at(path, sentence(expression, e));
    }
  }

  /** Where in an expression what is wrong, and the mend. */
  static String sentence(WrittenExpression expression, ExpressionException e) {
    return "The expression %s, %s: %s"
        .formatted(Values.quoted(expression.text()), e.at(), e.getMessage());
  }

  private void source(String path, String name) {
    Optional<Source> source = sources.stream().filter(known -> known.name().equals(name)).findAny();
    if (source.isEmpty()) {
      UnknownSource.sentence(name, sources, problems).ifPresent(sentence -> at(path, sentence));
    } else if (!source.get().kind().happens()) {
      at(
          path,
          "The source `%s` of kind `%s` has no events; take it out of `sources`."
              .formatted(name, source.get().kind().label()));
    }
  }

  private static String name(JsonNode rule) {
    return Values.quoted(rule.path("id").asText());
  }

  private void at(String path, String sentence) {
    if (!problems.touch(path)) {
      problems.at(path, sentence);
    }
  }
}
