package io.tributary.local.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A shop of random tracks, pages, carts and orders that come in deliveries, late ones too. */
final class WebStream {
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
  private static final String TRACKS = "id,user_id,anonymous_id,timestamp,event,user_agent";
  private static final String PAGES =
      "id,user_id,anonymous_id,timestamp,url,referrer,user_agent,campaign_medium,country";
  private static final String CARTS = "id,user_id,anonymous_id,timestamp,cart_id";
  private static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/%d.0.0.0 Safari/537.36";

  private final TestShop shop;
  private final List<List<String>> tracks = new ArrayList<>();
  private final List<List<String>> pages = new ArrayList<>();
  private final List<List<String>> carts = new ArrayList<>();

  WebStream(Path folder) {
    this.shop = new TestShop(folder);
  }

  TestShop shop() {
    return shop;
  }

  /** Writes one more part of each table. Few people and moments make sessions meet. */
  WebStream deliver(Random random, int rows) {
    int delivery = tracks.size();
    List<String> track = new ArrayList<>();
    List<String> page = new ArrayList<>();
    List<String> cart = new ArrayList<>();
    for (int n = 0; n < rows; n++) {
      String who =
          "e%d-%03d,%s,%s,%s"
              .formatted(
                  delivery,
                  n,
                  random.nextInt(3) == 0 ? "u" + random.nextInt(4) : "",
                  random.nextInt(6) == 0 ? "" : "a" + random.nextInt(6),
                  START.plusMillis(random.nextInt(400) * 10_000L * 86));
      switch (random.nextInt(5)) {
        case 0, 1 -> track.add(who + "," + event(random) + "," + agent(random));
        case 2, 3 -> page.add(who + "," + landing(random));
        default -> cart.add(who + ",k" + n);
      }
    }
    tracks.add(track);
    pages.add(page);
    carts.add(cart);
    write(shop, "/%02d.csv".formatted(delivery), track, page, cart);
    return this;
  }

  /** The same events in a folder of their own, as they would be at a first run. */
  TestShop atOnce(Path folder) {
    TestShop fresh = new TestShop(folder).projectFile(shop.projectText());
    write(fresh, ".csv", all(tracks), all(pages), all(carts));
    return fresh;
  }

  private static List<String> all(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static void write(
      TestShop shop, String part, List<String> tracks, List<String> pages, List<String> carts) {
    shop.table("raw.tracks" + part, TRACKS, tracks.toArray(String[]::new));
    shop.table("raw.pages" + part, PAGES, pages.toArray(String[]::new));
    shop.table("raw.product_added" + part, CARTS, carts.toArray(String[]::new));
  }

  private static String event(Random random) {
    return List.of("Product Viewed", "cart_viewed", "Checkout Started").get(random.nextInt(3));
  }

  private static String agent(Random random) {
    return random.nextBoolean() ? "" : AGENT.formatted(100 + random.nextInt(5));
  }

  private static String landing(Random random) {
    String query =
        List.of("", "?utm_source=google&utm_medium=cpc", "?gclid=x").get(random.nextInt(3));
    String referrer =
        List.of("", "https://www.google.com/", "https://partner.example/", "https://shop.example/")
            .get(random.nextInt(4));
    return String.join(
        ",",
        "https://shop.example/" + random.nextInt(5) + query,
        referrer,
        agent(random),
        random.nextInt(4) == 0 ? "email" : "",
        random.nextBoolean() ? "DE" : "");
  }
}
