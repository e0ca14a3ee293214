package io.tributary.local.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** By which member the products of orders name a product, and by which its category. */
final class ProductMembers {
  private static final List<String> PRODUCTS =
      List.of("sku", "product_id", "variant_id", "id", "name");
  private static final List<String> CATEGORIES =
      List.of("category", "category_l1", "category_1", "category_name", "product_type", "type");

  private final Set<String> members = new TreeSet<>();

  /**
   * @param values JSON texts, of which some may be none
   */
  ProductMembers(Iterable<String> values) {
    for (String value : values) {
      for (JsonNode line : array(value)) {
        line.fieldNames().forEachRemaining(members::add);
      }
    }
  }

  /** What has to be written as {@code product_ref}; empty where the default will do. */
  Optional<String> product() {
    return reference(PRODUCTS);
  }

  /** What has to be written as {@code category_ref}; empty where the default will do. */
  Optional<String> category() {
    return reference(CATEGORIES);
  }

  private Optional<String> reference(List<String> names) {
    return names.stream()
        .filter(members::contains)
        .findFirst()
        .filter(name -> !name.equals(names.get(0)));
  }

  private static JsonNode array(String value) {
    try {
      return Json.MAPPER.readTree(value);
    } catch (JsonProcessingException e) {
      return Json.MAPPER.createArrayNode();
    }
  }
}
