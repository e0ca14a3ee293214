package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes the record of a checked {@code features} block in which every default is filled in. */
final class FeaturesBuilder {
  private FeaturesBuilder() {}

  /** The features, where the file has them; a project's own are added later. */
  static Optional<Features> features(JsonNode values) {
    return values.has("features") ? Optional.of(block(values.get("features"))) : Optional.empty();
  }

  private static Features block(JsonNode block) {
    JsonNode asOf = block.path("as_of");
    return new Features(
        entries(value(block, "lookback_days")).map(JsonNode::intValue).toList(),
        value(block, "product_ref").textValue(),
        value(block, "category_ref").textValue(),
        Features.Units.valueOf(value(block, "units").textValue().toUpperCase(Locale.ROOT)),
        value(block, "max_list_size").intValue(),
        value(block, "max_cart_size").intValue(),
        entries(value(block, "card_types")).map(JsonNode::textValue).toList(),
        asOf.isObject()
            ? Optional.of(
                AsOfSeries.of(asOf.path("every").textValue(), asOf.path("from").textValue()))
            : Optional.empty(),
        Optional.ofNullable(block.path("as_of_from").textValue()),
        List.of());
  }

  private static Stream<JsonNode> entries(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode value(JsonNode block, String key) {
    return block.has(key)
        ? block.get(key)
        : ProjectSchema.part("/$defs/features/properties/" + key + "/default");
  }
}
