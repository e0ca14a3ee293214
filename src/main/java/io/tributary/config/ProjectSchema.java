package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import io.tributary.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The published JSON Schema of project files: what it refuses, and the defaults that it names. */
final class ProjectSchema {
  private static final String RESOURCE = "tributary.schema.json";
  private static final JsonNode SCHEMA = load();
  private static final JsonSchema COMPILED = compile();

  private ProjectSchema() {}

  /** The schema itself. */
  static JsonNode json() {
    return SCHEMA;
  }

  /** What the schema refuses about the file's values. */
  static Set<ValidationMessage> refusals(JsonNode values) {
    return COMPILED.validate(values);
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

  private static JsonNode load() {
    try (InputStream in = ProjectSchema.class.getResourceAsStream(RESOURCE)) {
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema compile() {
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new AnnotationKeyword("patternErrorMessage"))
            .build();
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().regularExpressionFactory(ProjectSchema::wholeText).build();
    return JsonSchemaFactory.getInstance(
            VersionFlag.V202012, factory -> factory.metaSchema(dialect))
        .getSchema(SCHEMA, config);
  }

  /** In ECMA's expressions {@code $} is the very end; in Java's a line break may follow. */
  private static RegularExpression wholeText(String expression) {
    Pattern pattern = Pattern.compile(expression.replaceFirst("\\$$", "\\\\z"));
    return value -> pattern.matcher(value).find();
  }
}
