package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/project-file.md} says what the schema says, and its examples do what it shows. */
class ProjectFileDocumentationTest {
  private static final Pattern BLOCK =
      Pattern.compile("```yaml\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| ([^|]+) \\|");
  private static final Map<String, String> SAID_IN_WORDS =
      Map.ofEntries(
          Map.entry("project", "required"),
          Map.entry("sources", "required"),
          Map.entry("kind", "required"),
          Map.entry("identity", "none"),
          Map.entry("identifiers", "required"),
          Map.entry("name", "required"),
          Map.entry("priority", "required"),
          Map.entry("from", "required"),
          Map.entry("source", "required"),
          Map.entry("value", "required"),
          Map.entry("context", "none"),
          Map.entry("attributes", "none"),
          Map.entry("features", "none"),
          Map.entry("definitions", "required"),
          Map.entry("id", "required"),
          Map.entry("type", "required"),
          Map.entry("outer_value", "none"),
          Map.entry("weight", "none"),
          Map.entry("outer_weight", "none"),
          Map.entry("filter", "none"),
          Map.entry("outer_filter", "none"),
          Map.entry("query", "none"),
          Map.entry("data_type", "none"),
          Map.entry("sql", "required"),
          Map.entry("key", "required"),
          Map.entry("channel", "required"),
          Map.entry("when", "required"),
          Map.entry("attribution", "all defaults"),
          Map.entry("models", "all"),
          Map.entry("window.start_date", "the beginning of the data"),
          Map.entry("table", "the kind's name in `raw_schema`"),
          Map.entry("endpoint", "none"),
          Map.entry("recording", "none"));

  private final String page = Files.readString(Path.of("..", "docs", "project-file.md"));

  ProjectFileDocumentationTest() throws IOException {}

  @Test
  void everyExampleIsReadAsThePageShows() {
    List<MatchResult> blocks = BLOCK.matcher(page).results().toList();

    assertThat(blocks).hasSizeGreaterThan(5);
    for (MatchResult block : blocks) {
      assertThat(ProjectReader.read("tributary.yaml", block.group(1)).problems())
          .map(Problem::toString)
          .isEqualTo(block.group(2) == null ? List.of() : block.group(2).lines().toList());
    }
  }

  @Test
  void everyKeyHasARowWithItsDefault() {
    Map<String, String> rows =
        ROW.matcher(page)
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (a, b) -> a));
    Map<String, String> expected = new HashMap<>(SAID_IN_WORDS);
    defaults("", ProjectSchema.json(), expected);
    for (String part :
        List.of(
            "source",
            "identity",
            "identifier",
            "identifier_origin",
            "attributes",
            "attribute",
            "expression")) {
      defaults("", ProjectSchema.part("/$defs/" + part), expected);
    }
    Arrays.stream(SourceKind.values()).forEach(kind -> rows.remove(kind.label()));

    assertThat(rows).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void everyColumnAndItsOtherNamesAreListedWithTheirKind() {
    for (SourceKind kind : SourceKind.values()) {
      String row =
          page.lines()
              .filter(line -> line.startsWith("| `" + kind.label()))
              .findFirst()
              .orElseThrow();
      List<String> names = new ArrayList<>();
      kind.columns().forEach(column -> names.add(column.name()));
      kind.columns().forEach(column -> names.addAll(column.aliases()));
      assertThat(row).contains(names);
    }
  }

  /** The page leaves out what a table is about: {@code attribution.ihc.endpoint} is endpoint. */
  private static void defaults(String prefix, JsonNode schema, Map<String, String> found) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String path = prefix + property.getKey();
              if (property.getValue().has("default")) {
                found.putIfAbsent(path, shown(property.getValue().get("default")));
              }
              boolean ownTable = path.equals("attribution") || path.equals("ihc");
              defaults(ownTable ? "" : path + ".", property.getValue(), found);
            });
  }

  private static String shown(JsonNode value) {
    String text = value.isTextual() ? value.textValue() : value.toString();
    return "`" + text.replace(",", ", ") + "`";
  }
}
