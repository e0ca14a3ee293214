package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.tributary.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says what the schema refuses in one sentence that names the mend. */
final class SchemaSentences {
  /** Values that a key may have been pasted into are never repeated. */
  private static final Set<String> PRIVATE =
      Set.of("attribution.ihc.api_key_secret", "attribution.ihc.endpoint");

  private final PublishedSchema schema;

  SchemaSentences(PublishedSchema schema) {
    this.schema = schema;
  }

  /**
   * @param path the key that is refused, dotted
   */
  String of(ValidationMessage refusal, String path) {
    String key = Values.quoted(path.replaceFirst("[.][0-9]+$", ""));
    JsonNode limit = refusal.getSchemaNode();
    return switch (refusal.getType()) {
      case "required" -> key + " is missing; add it: " + firstSentence(refusal);
      case "additionalProperties" -> unknownKey(refusal, key);
      case "propertyNames" -> name(refusal);
      case "type" -> type(refusal, path, key);
      case "enum" -> choice(refusal, path, key);
      case "pattern" -> pattern(refusal, path, key);
      case "minimum" -> number(refusal, key, "at least " + limit.asText());
      case "maximum" -> number(refusal, key, "at most " + limit.asText());
      case "exclusiveMinimum" -> number(refusal, key, "greater than " + limit.asText());
      case "minItems", "maxItems" -> size(refusal, key);
      case "uniqueItems" -> key + " names one of its entries twice; keep one.";
      case "maxLength" -> key + " is longer than " + limit + " characters; shorten it.";
      case "maxProperties" ->
          "%s has %d entries and may have %s; remove some."
              .formatted(key, refusal.getInstanceNode().size(), limit);
      case "minProperties" -> key + " is empty; add an entry to it.";
      case "minLength" -> key + " is empty; give it a value or remove it.";
      default -> key + " is refused: " + refusal.getError() + ".";
    };
  }

  private String unknownKey(ValidationMessage refusal, String key) {
    String name = refusal.getProperty();
    boolean top = refusal.getInstanceLocation().getNameCount() == 0;
    if (top && Planned.KEYS.contains(name)) {
      return key + " is not built in this version; remove it and what is below it.";
    }
    List<String> known = names(schemaAround(refusal).path("properties"));
    return Nearest.to(name, known)
        .map(near -> key + " is not a key here; did you mean " + Values.quoted(near) + "?")
        .orElseGet(
            () ->
                key + " is not a key here; remove it, the keys are " + Values.listed(known) + ".");
  }

  private String name(ValidationMessage refusal) {
    String message = refusal.getSchemaNode().path("patternErrorMessage").asText();
    return "A source cannot be called %s; %s."
        .formatted(Values.quoted(refusal.getProperty()), message);
  }

  private String type(ValidationMessage refusal, String path, String key) {
    JsonNode value = refusal.getInstanceNode();
    JsonNode wanted = refusal.getSchemaNode();
    if (value.isNull() && wanted.asText().equals("object")) {
      return key + " has nothing below it; indent its keys under it, or remove it.";
    }
    if (value.isNull()) {
      return key + " has no value; give it one or remove it.";
    }
    if (schemaAround(refusal).has("patternErrorMessage")) {
      return pattern(refusal, path, key);
    }
    return "%s has to be %s, not %s.".formatted(key, typeName(wanted), shown(refusal, path));
  }

  private String choice(ValidationMessage refusal, String path, String key) {
    String written = refusal.getInstanceNode().asText();
    if (path.endsWith(".kind") && Planned.SOURCE_KINDS.contains(written)) {
      return "The kind `%s` is not built in this version; remove %s."
          .formatted(written, key.replaceFirst("[.]kind`$", "`"));
    }
    List<String> choices = texts(refusal.getSchemaNode());
    String all = "choose from " + Values.listed(choices) + ".";
    if (Planned.MODELS.contains(written)) {
      String mend = path.endsWith(".fallback") ? all : "remove it from " + key + ".";
      return "The model `%s` is not built in this version; %s".formatted(written, mend);
    }
    String mend =
        Nearest.to(written, choices)
            .map(near -> "did you mean " + Values.quoted(near) + "?")
            .orElse(all);
    return "%s cannot be %s; %s".formatted(key, shown(refusal, path), mend);
  }

  private static String number(ValidationMessage refusal, String key, String limit) {
    return "%s has to be %s, not %s."
        .formatted(key, limit, Values.shown(refusal.getInstanceNode()));
  }

  private String size(ValidationMessage refusal, String key) {
    int found = refusal.getInstanceNode().size();
    int limit = refusal.getSchemaNode().asInt();
    if (found == 0) {
      return key + " is empty; add an entry or remove it.";
    }
    JsonNode list = schemaAround(refusal);
    return list.path("minItems").equals(list.path("maxItems"))
        ? "%s needs %d entries, not %d.".formatted(key, limit, found)
        : "%s takes at most %d entries, not %d; remove some.".formatted(key, limit, found);
  }

  private static String typeName(JsonNode wanted) {
    List<String> types = wanted.isArray() ? texts(wanted) : List.of(wanted.asText());
    return types.stream().map(SchemaSentences::plainType).collect(Collectors.joining(" or "));
  }

  private static String plainType(String type) {
    return switch (type) {
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "string" -> "text";
      case "array" -> "a list";
      case "object" -> "a mapping of keys to values";
      default -> type;
    };
  }

  private static String shown(ValidationMessage refusal, String path) {
    return PRIVATE.contains(path) ? "the given text" : Values.shown(refusal.getInstanceNode());
  }

  private String firstSentence(ValidationMessage refusal) {
    String text =
        schemaAround(refusal).at("/properties/" + refusal.getProperty() + "/description").asText();
    int end = text.indexOf(". ");
    return Character.toLowerCase(text.charAt(0))
        + text.substring(1, end < 0 ? text.length() : end + 1);
  }

  private String pattern(ValidationMessage refusal, String path, String key) {
    String mend = schemaAround(refusal).path("patternErrorMessage").asText();
    return "%s cannot be %s; %s.".formatted(key, shown(refusal, path), mend);
  }

  /** The part of the schema in which the keyword stands that refuses. */
  private JsonNode schemaAround(ValidationMessage refusal) {
    String keyword = refusal.getSchemaLocation().getFragment().toString();
    return schema.part(keyword.substring(0, keyword.lastIndexOf('/')));
  }

  private static List<String> names(JsonNode properties) {
    return properties.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
