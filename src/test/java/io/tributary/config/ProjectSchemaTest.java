package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tributary.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ProjectSchemaTest {
  private static final String SMALL =
      """
      {"project": "shop",
       "sources": {"orders": {"kind": "conversions"}, "visits": {"kind": "session_sources"}}}
      """;

  @Test
  void isASchemaOfItsDraft() {
    var draft =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(draft.validate(ProjectSchema.json())).isEmpty();
  }

  @Test
  void describesEveryProperty() {
    assertThat(properties())
        .isNotEmpty()
        .allSatisfy(
            (path, definition) ->
                assertThat(definition.path("description").asText()).as(path).endsWith("."));
  }

  @Test
  void givesEditorsASentenceForEveryPattern() {
    assertThat(ProjectSchema.json().findParents("pattern"))
        .isNotEmpty()
        .allSatisfy(
            definition -> assertThat(definition.path("patternErrorMessage").asText()).isNotBlank());
  }

  /** Written out or left out, a default makes the same project. */
  @Test
  void namesTheDefaultsThatTheRecordsHave() throws Exception {
    JsonNode small = Json.MAPPER.readTree(SMALL);
    JsonNode writtenOut = ProjectSchema.withDefaults(small);

    assertThat(writtenOut.at("/attribution/ihc/max_concurrency").asInt()).isEqualTo(10);
    assertThat(project(writtenOut)).isEqualTo(project(small));
  }

  @Test
  void givesADefaultToEveryKeyThatMayBeLeftOut() {
    List<String> withoutDefault =
        properties().entrySet().stream()
            .filter(property -> !property.getValue().has("default"))
            .filter(property -> !property.getValue().path("type").asText().equals("object"))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(withoutDefault)
        .containsExactlyInAnyOrder(
            "project",
            "window.start_date",
            "identity",
            "context",
            "attributes",
            "features",
            "identity.identifiers",
            "identifier.name",
            "identifier.priority",
            "identifier.from",
            "identifier_origin.source",
            "identifier_origin.value",
            "attribution.ihc.endpoint",
            "attribution.ihc.recording",
            "source.kind",
            "source.table");
  }

  @Test
  void knowsTheKindsModelsAndChoicesThatTheCodeKnows() {
    assertThat(texts("/$defs/source/properties/kind/enum"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SourceKind.values()).map(SourceKind::label).toList());
    assertThat(texts("/properties/attribution/properties/models/items/enum"))
        .containsExactlyElementsOf(Arrays.stream(Model.values()).map(Model::label).toList());
    assertThat(texts("/properties/attribution/properties/fallback/enum"))
        .containsExactlyElementsOf(
            Arrays.stream(Model.values())
                .filter(model -> model != Model.IHC)
                .map(Model::label)
                .toList());
  }

  @Test
  void plannedNamesAreNotAmongTheKnownOnes() {
    assertThat(properties().keySet()).doesNotContainAnyElementsOf(Planned.KEYS);
    assertThat(texts("/$defs/source/properties/kind/enum"))
        .doesNotContainAnyElementsOf(Planned.SOURCE_KINDS);
    assertThat(texts("/properties/attribution/properties/models/items/enum"))
        .doesNotContainAnyElementsOf(Planned.MODELS);
  }

  private static Project project(JsonNode values) {
    ProjectFile file = ProjectReader.read("tributary.yaml", values.toPrettyString());
    assertThat(file.problems()).isEmpty();
    return file.project().orElseThrow();
  }

  private static List<String> texts(String pointer) {
    return StreamSupport.stream(ProjectSchema.part(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static Map<String, JsonNode> properties() {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    collect("", ProjectSchema.json(), found);
    for (String part : List.of("source", "identity", "identifier", "identifier_origin")) {
      collect(part + ".", ProjectSchema.part("/$defs/" + part), found);
    }
    return found;
  }

  private static void collect(String prefix, JsonNode schema, Map<String, JsonNode> found) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              found.put(prefix + property.getKey(), property.getValue());
              collect(prefix + property.getKey() + ".", property.getValue(), found);
            });
  }
}
