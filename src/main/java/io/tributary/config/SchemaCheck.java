package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks a file's values against the published schema and says in our words what it refuses. */
final class SchemaCheck {
  private static final Set<String> NAMES_A_KEY =
      Set.of("required", "additionalProperties", "propertyNames");

  private SchemaCheck() {}

  static void check(JsonNode values, Problems problems) {
    check(ProjectSchema.PUBLISHED, values, problems);
  }

  static void check(PublishedSchema schema, JsonNode values, Problems problems) {
    SchemaSentences sentences = new SchemaSentences(schema);
    schema.refusals(values).stream()
        .filter(refusal -> !belowPlannedSource(refusal, values))
        .sorted(Comparator.comparingInt(SchemaCheck::rank))
        .forEach(refusal -> problems.at(path(refusal), sentences.of(refusal, path(refusal))));
  }

  /** A wrong type says more than what follows from it. */
  private static int rank(ValidationMessage refusal) {
    return refusal.getType().equals("type") ? 0 : 1;
  }

  /** The keys of a planned kind of source are not known yet, so only the kind is refused. */
  private static boolean belowPlannedSource(ValidationMessage refusal, JsonNode values) {
    List<String> keys = keys(refusal.getInstanceLocation());
    return keys.size() >= 2
        && keys.get(0).equals("sources")
        && !String.join(".", keys).equals("sources." + keys.get(1) + ".kind")
        && Planned.SOURCE_KINDS.contains(
            values.path("sources").path(keys.get(1)).path("kind").asText());
  }

  private static String path(ValidationMessage refusal) {
    String at = String.join(".", keys(refusal.getInstanceLocation()));
    if (!NAMES_A_KEY.contains(refusal.getType())) {
      return at;
    }
    return at.isEmpty() ? refusal.getProperty() : at + "." + refusal.getProperty();
  }

  private static List<String> keys(JsonNodePath location) {
    return IntStream.range(0, location.getNameCount()).mapToObj(location::getName).toList();
  }
}
