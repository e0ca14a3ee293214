package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The published JSON Schema of project files: what it refuses, and the defaults that it names. */
final class ProjectSchema {
  static final PublishedSchema PUBLISHED = PublishedSchema.of("tributary.schema.json");
  private static final JsonNode SCHEMA = PUBLISHED.json();

  private ProjectSchema() {}

  /** The schema itself. */
  static JsonNode json() {
    return SCHEMA;
  }

  /** A copy of the values in which every key that has a default is there; wrong types stay. */
  static JsonNode withDefaults(JsonNode values) {
    ObjectNode filled = values.deepCopy();
    fill(filled, SCHEMA);
    return filled;
  }

  /** The part of the schema at a JSON pointer such as {@code /properties/window}. */
  static JsonNode part(String pointer) {
    return SCHEMA.at(pointer);
  }

  private static void fill(JsonNode values, JsonNode schema) {
    if (!(values instanceof ObjectNode object)) {
      return;
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode definition = property.getValue();
      boolean block = definition.path("type").asText().equals("object");
      if (!object.has(property.getKey()) && definition.has("default")) {
        object.set(property.getKey(), definition.get("default").deepCopy());
      } else if (!object.has(property.getKey()) && block) {
        object.putObject(property.getKey());
      }
      fill(object.path(property.getKey()), definition);
    }
    JsonNode named = resolved(schema.path("additionalProperties"));
    if (named.has("properties")) {
      object.forEach(part -> fill(part, named));
    }
  }

  private static JsonNode resolved(JsonNode definition) {
    String reference = definition.path("$ref").asText();
    return reference.isEmpty() ? definition : SCHEMA.at(reference.substring(1));
  }
}
