package io.tributary.local.generate;

import java.util.ArrayList;
import java.util.List;

/** What the shop sells: numbered products, each with a price and in one category. */
final class Products {
  private static final List<String> CATEGORIES = List.of("hats", "scarves", "gloves", "bags");
  private static final int COUNT = 60;
  private static final long CHEAPEST_CENTS = 300;
  private static final long STEP_CENTS = 137;
  private static final int MOST_LINES = 6;

  private Products() {}

  static int any(ShopRandom random) {
    return random.below(COUNT);
  }

  static String anyCategory(ShopRandom random) {
    return CATEGORIES.get(random.below(CATEGORIES.size()));
  }

  static String sku(int product) {
    return "sku-" + product;
  }

  static String category(int product) {
    return CATEGORIES.get(product % CATEGORIES.size());
  }

  static String path(int product) {
    return "/" + category(product) + "/" + sku(product);
  }

  static long cents(int product) {
    return CHEAPEST_CENTS + STEP_CENTS * product;
  }

  /** Products that cost no more than an order's total together; what is left is its shipping. */
  static List<Integer> within(long total, ShopRandom random) {
    List<Integer> lines = new ArrayList<>();
    long left = total;
    while (left >= CHEAPEST_CENTS && lines.size() < MOST_LINES) {
      int affordable = (int) Math.min(COUNT, (left - CHEAPEST_CENTS) / STEP_CENTS + 1);
      int product = Math.max(random.below(affordable), random.below(affordable));
      lines.add(product);
      left -= cents(product);
    }
    return lines;
  }

  /** An order's products as a cell of a CSV file; equal ones are one line. */
  static String json(List<Integer> lines) {
    List<String> objects =
        lines.stream()
            .distinct()
            .map(
                product ->
                    "{\"\"sku\"\":\"\"%s\"\",\"\"category\"\":\"\"%s\"\",\"\"price\"\":%d.%02d,\"\"quantity\"\":%d}"
                        .formatted(
                            sku(product),
                            category(product),
                            cents(product) / 100,
                            cents(product) % 100,
                            lines.stream().filter(product::equals).count()))
            .toList();
    return "\"[" + String.join(",", objects) + "]\"";
  }
}
