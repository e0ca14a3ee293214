package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Features as the project file has them where it says nothing of them. */
public final class FeaturesForTests {
  private FeaturesForTests() {}

  public static Features byDefault() {
    return new Features(
        List.of(7, 30, 90, 365),
        "sku",
        "category",
        Features.Units.LINES,
        10,
        100,
        List.of("mastercard", "visa"),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** With the features of a definition file, which has no mistake in itself. */
  public static Features with(String file) {
    FeatureFileReader.Read read =
        FeatureFileReader.read("features/own.yaml", file.getBytes(StandardCharsets.UTF_8));
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems());
    }
    return byDefault().withRules(read.rules());
  }

  /** The keys of the block and their defaults as the schema has them. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    ProjectSchema.part("/$defs/features/properties")
        .properties()
        .forEach(
            key -> {
              JsonNode value = key.getValue().path("default");
              String text = value.isMissingNode() ? "none" : value.toString();
              settings.put(key.getKey(), text.replace("\"", "").replace(",", ", "));
            });
    return settings;
  }
}
