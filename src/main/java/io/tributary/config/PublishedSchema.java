package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import java.util.regex.Pattern;

/** A published JSON Schema of files that users write. Safe for use by several threads. */
final class PublishedSchema {
  private final JsonNode json;
  private final JsonSchema compiled;

  private PublishedSchema(JsonNode json) {
    this.json = json;
    this.compiled = compile(json);
  }

  /** The schema in this file beside the class. */
  static PublishedSchema of(String resource) {
    try (InputStream in = PublishedSchema.class.getResourceAsStream(resource)) {
      return new PublishedSchema(Json.MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json() {
    return json;
  }

  /** What the schema refuses about a file's values. */
  Set<ValidationMessage> refusals(JsonNode values) {
    return compiled.validate(values);
  }

  /** The part of the schema at a JSON pointer such as {@code /properties/window}. */
  JsonNode part(String pointer) {
    return json.at(pointer);
  }

  private static JsonSchema compile(JsonNode json) {
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new AnnotationKeyword("patternErrorMessage"))
            .build();
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .regularExpressionFactory(PublishedSchema::wholeText)
            .build();
    return JsonSchemaFactory.getInstance(
            VersionFlag.V202012, factory -> factory.metaSchema(dialect))
        .getSchema(json, config);
  }

  /** In ECMA's expressions {@code $} is the very end; in Java's a line break may follow. */
  private static RegularExpression wholeText(String expression) {
    Pattern pattern = Pattern.compile(expression.replaceFirst("\\$$", "\\\\z"));
    return value -> pattern.matcher(value).find();
  }
}
