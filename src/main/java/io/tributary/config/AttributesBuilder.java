package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.config.Context.ContextKey;
import io.tributary.expression.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Makes the records of checked {@code attributes} and {@code context} blocks. */
final class AttributesBuilder {
  private static final String DEFINITIONS = "definitions";

  private AttributesBuilder() {}

  static Attributes attributes(JsonNode values) {
    List<AttributeRule> rules = new ArrayList<>();
    definitions(values.path("attributes")).forEach(rule -> rules.add(rule(rule)));
    return new Attributes(rules, maxAge(values, "attributes"));
  }

  static Context context(JsonNode values) {
    List<ContextKey> keys = new ArrayList<>();
    definitions(values.path("context"))
        .forEach(
            key -> keys.add(new ContextKey(key.path("key").asText(), key.path("query").asText())));
    return new Context(keys, maxAge(values, "context"));
  }

  /** The list itself, which may stand below {@code definitions}. */
  static JsonNode definitions(JsonNode block) {
    return block.isObject() ? block.path(DEFINITIONS) : block;
  }

  /** The key of the list. */
  static String path(String block, JsonNode values) {
    return values.isObject() ? block + "." + DEFINITIONS : block;
  }

  static Optional<WrittenExpression> expression(JsonNode written) {
    if (written.isObject()) {
      String type = written.path("type").asText("text").toUpperCase(Locale.ROOT);
      return Optional.of(
          new WrittenExpression(
              written.path("sql").asText(), Optional.of(ValueType.valueOf(type))));
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
