package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of a Map state and what its flows are given for each. */
final class MapItems {
  private final Visit visit;
  private final Items definition;
  private final List<?> items;

  MapItems(Visit visit, Items definition) {
    this.visit = visit;
    this.definition = definition;
    Object value =
        definition.items().isPresent()
            ? visit.evaluate(definition.items().get(), "Items")
            : visit.input().value();
    if (!(value instanceof List<?> list)) {
      throw visit.evaluationFailed("Items", "The items of " + visit.named() + " are no array.");
    }
    this.items = list;
  }

  int size() {
    return items.size();
  }

  /** The item as the context object tells it. */
  Map<String, Object> context(int index) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("Index", index);
    item.put("Value", items.get(index));
    return item;
  }

  Payload input(int index) {
    Object value =
        definition.selector().isPresent()
            ? visit.evaluateForItem(definition.selector().get(), "ItemSelector", context(index))
            : items.get(index);
    return Payload.of(value, "The input of item " + index + " of " + visit.named());
  }
}
