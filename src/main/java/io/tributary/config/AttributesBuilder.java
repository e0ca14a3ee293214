package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.config.Context.ContextKey;
import io.tributary.expression.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Makes the records of checked {@code attributes} and {@code context} blocks. */
final class AttributesBuilder {
  private static final String DEFINITIONS = "definitions";
  private static final List<String> SQL_KEYS =
      List.of("value", "outer_value", "weight", "outer_weight", "filter", "outer_filter", "query");

  private AttributesBuilder() {}

  static Attributes attributes(JsonNode values) {
    List<AttributeRule> rules = new ArrayList<>();
    definitions(values.path("attributes")).forEach(rule -> rules.add(rule(rule)));
    return new Attributes(rules, maxAge(values, "attributes"));
  }

  static Context context(JsonNode values) {
    List<ContextKey> keys = new ArrayList<>();
    definitions(values.path("context")).forEach(key -> keys.add(contextKey(key)));
    return new Context(keys, maxAge(values, "context"));
  }

  /** The attributes that could be read, even where expressions are wrong, by their keys. */
  static Map<String, AttributeRule> soundAttributes(JsonNode block, Problems problems) {
    Map<String, AttributeRule> sound = new LinkedHashMap<>();
    readable("attributes", block, problems)
        .forEach(
            (path, rule) -> {
              boolean isCustom = rule.path("type").asText().equals(AttributeType.CUSTOM.label());
              boolean hasValue = expression(rule.path("value")).isPresent();
              if (rule.path("query").isTextual() == isCustom && hasValue != isCustom) {
                sound.put(path, rule(rule));
              }
            });
    return sound;
  }

  /** The context's keys that could be read, even where queries are wrong, by where they stand. */
  static Map<String, ContextKey> soundContext(JsonNode block, Problems problems) {
    Map<String, ContextKey> sound = new LinkedHashMap<>();
    readable("context", block, problems).forEach((path, key) -> sound.put(path, contextKey(key)));
    return sound;
  }

  private static Map<String, JsonNode> readable(String name, JsonNode block, Problems problems) {
    Map<String, JsonNode> readable = new LinkedHashMap<>();
    JsonNode written = definitions(block);
    for (int at = 0; at < written.size(); at++) {
      String path = path(name, block) + "." + at;
      if (!problems.touchBesides(path, SQL_KEYS::contains)) {
        readable.put(path, written.get(at));
      }
    }
    return readable;
  }

  private static ContextKey contextKey(JsonNode key) {
    return new ContextKey(key.path("key").asText(), key.path("query").asText());
  }

  /** The list itself, which may stand below {@code definitions}. */
  static JsonNode definitions(JsonNode block) {
    return block.isObject() ? block.path(DEFINITIONS) : block;
  }

  /** The key of the list. */
  static String path(String block, JsonNode values) {
    return values.isObject() ? block + "." + DEFINITIONS : block;
  }

  /** An expression, or SQL, which is text unless it names a type that there is. */
  static Optional<WrittenExpression> expression(JsonNode written) {
    if (written.isObject()) {
      String type = written.path("type").asText();
      ValueType named =
          Arrays.stream(ValueType.values())
              .filter(known -> known.label().equals(type))
              .findFirst()
              .orElse(ValueType.TEXT);
      return Optional.of(new WrittenExpression(written.path("sql").asText(), Optional.of(named)));
    }
    return written.asText().isBlank()
        ? Optional.empty()
        : Optional.of(new WrittenExpression(written.asText(), Optional.empty()));
  }

  static AttributeRule rule(JsonNode rule) {
    Optional<AttributeRule.Outer> outer =
        expression(rule.path("outer_value"))
            .map(
                value ->
                    new AttributeRule.Outer(
                        value,
                        expression(rule.path("outer_weight")),
                        expression(rule.path("outer_filter"))));
    return new AttributeRule(
        rule.path("id").asText(),
        AttributeType.of(rule.path("type").asText()),
        expression(rule.path("value")),
        outer,
        expression(rule.path("weight")),
        expression(rule.path("filter")),
        texts(rule.path("sources")),
        texts(rule.path("types")),
        texts(rule.path("versions")),
        Optional.ofNullable(rule.path("query").textValue()),
        Optional.ofNullable(rule.path("data_type").textValue())
            .map(type -> ValueType.valueOf(type.toUpperCase(Locale.ROOT))));
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Duration maxAge(JsonNode values, String block) {
    JsonNode written = values.path(block).path("max_age");
    JsonNode usual = ProjectSchema.part("/$defs/" + block + "/properties/max_age/default");
    return ProjectBuilder.age(written.asText(usual.asText()));
  }
}
