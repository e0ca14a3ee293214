package io.tributary.local.init;

import io.tributary.config.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By which columns an event of the e-commerce specification is known, whatever its table's name.
 */
final class EventSigns {
  /** Of a table with the signs of several, such as an order with its event's name, the first. */
  private static final List<Map.Entry<SourceKind, List<Set<String>>>> SIGNS =
      List.of(
          Map.entry(SourceKind.ORDER_COMPLETED, List.of(Set.of("order_id", "products"))),
          Map.entry(
              SourceKind.CHECKOUT_STEP_COMPLETED,
              List.of(Set.of("checkout_id"), Set.of("payment_method"))),
          Map.entry(SourceKind.PRODUCT_ADDED, List.of(Set.of("cart_id"))),
          Map.entry(SourceKind.PAGES, List.of(Set.of("url"), Set.of("path", "referrer"))),
          Map.entry(
              SourceKind.IDENTIFIES,
              List.of(Set.of("email", "country"), Set.of("email", "gender"))),
          Map.entry(SourceKind.TRACKS, List.of(Set.of("event"))));

  private EventSigns() {}

  /** How much the columns of a guess speak for its kind: 0 is not at all, 6 the most. */
  static int weight(SourceGuess guess) {
    Set<String> found =
        guess.columns().stream().map(ColumnGuess::logical).collect(Collectors.toSet());
    if (!found.containsAll(Set.of("id", "timestamp")) || !isOfSpecification(guess.table())) {
      return 0;
    }
    for (int place = 0; place < SIGNS.size(); place++) {
      if (SIGNS.get(place).getKey() == guess.kind()) {
        boolean isShown = SIGNS.get(place).getValue().stream().anyMatch(found::containsAll);
        return isShown ? SIGNS.size() - place : 0;
      }
    }
    return 0;
  }

  private static boolean isOfSpecification(TableProfile table) {
    return table.columns().stream()
        .map(ColumnProfile::name)
        .anyMatch(
            name ->
                name.equals("anonymous_id")
                    || name.startsWith("properties_")
                    || name.startsWith("context_"));
  }
}
