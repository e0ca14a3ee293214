package io.tributary.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.config.Aggregation;
import io.tributary.config.FeatureRule;
import io.tributary.config.FeatureType;
import io.tributary.config.Features;
import io.tributary.config.FeaturesForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of docs/features.md says what the registry says. */
class FeatureDocumentationTest {
  private static final Features FEATURES = FeaturesForTests.byDefault();

  @Test
  void listsEveryBuiltInFeatureWithItsDefinitionAndNullRule() throws IOException {
    String page = Files.readString(Path.of("../docs/features.md"));

    assertThat(page.lines().filter(line -> line.startsWith("| `") && line.contains("| `from ")))
        .isEmpty();
    assertThat(page).contains(String.join("\n", lines()));
  }

  @Test
  void listsEverySettingWithItsDefault() throws IOException {
    String page = Files.readString(Path.of("../docs/features.md"));

    FeaturesForTests.settings()
        .forEach(
            (key, value) ->
                assertThat(page.lines().filter(line -> line.contains("`" + key + "`")))
                    .as(key)
                    .anyMatch(line -> line.contains(value)));
  }

  private static List<String> lines() {
    CompiledFeatures compiled = FeatureCompiler.compile(FEATURES, BoundSources.all(), true);
    assertThat(compiled.leftOut()).isEmpty();
    assertThat(compiled.mistakes()).isEmpty();
    Map<String, FeatureType> types = new HashMap<>();
    compiled.aggregated().forEach(one -> types.put(one.feature().rule().name(), one.type()));
    compiled.formulas().forEach(one -> types.put(one.feature().rule().name(), one.type()));
    return FeatureRegistry.builtInRules().stream()
        .filter(rule -> !rule.hidden())
        .map(rule -> line(rule, types.get(rule.name())))
        .toList();
  }

  private static String line(FeatureRule rule, FeatureType type) {
    String definition = FeatureColumns.definition(new Feature(rule, Optional.empty()));
    return "| `%s` | %s | %s | `%s` | %s |"
        .formatted(
            rule.name(),
            type.label(),
            rule.description(),
            definition.replace("|", "\\|"),
            nothing(rule));
  }

  private static String nothing(FeatureRule rule) {
    if (rule.formula().isPresent()) {
      return "null where what it is made of is null";
    }
    Aggregation aggregation = rule.aggregation().orElseThrow();
    if (aggregation.isZeroOfNothing()) {
      return "0 of nothing";
    }
    return rule.maxSize().isPresent() && aggregation == Aggregation.LIST
        ? "null without a value, or with too many"
        : "null without a value";
  }
}
