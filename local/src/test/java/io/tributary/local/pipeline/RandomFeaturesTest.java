package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features of random events at several as-of times, beside what a naive reading gives. */
class RandomFeaturesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<Integer> LOOKBACKS = List.of(1, 7, 12);
  private static final Instant FIRST = Instant.parse("2024-03-10T00:00:00Z");
  private static final Instant LAST = Instant.parse("2024-04-10T22:00:00Z");
  private static final Map<String, String> TABLES =
      Map.of(
          "tracks", "tracks",
          "pages", "pages",
          "identifies", "identifies",
          "carts", "product_added",
          "steps", "checkout_step_completed",
          "orders", "order_completed");
  private static final String PROJECT =
      """
      project: shop
      timezone: Europe/Berlin
      window: {end_date: 2024-04-10}
      sources:
        tracks: {kind: tracks}
        pages: {kind: pages}
        identifies: {kind: identifies}
        carts: {kind: product_added}
        steps: {kind: checkout_step_completed}
        orders: {kind: order_completed}
      features:
        lookback_days: [1, 7, 12]
        max_list_size: 3
        max_cart_size: 2
      """;
  private static final String SERIES = "  as_of: {every: 3d, from: 2024-03-12}\n";
  private static final String HOURS = "  as_of: {every: 18h, from: 2024-03-29T05:00:00Z}\n";
  private static final String PAIRS = "  as_of_from: raw.labels\n";

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Boolean.getBoolean("tributary.long") ? 40 : 2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areWhatANaiveReadingGives(long seed) {
    List<NaiveEvent> events = events(new Random(seed));
    assertThat(calculated(events, PROJECT + SERIES)).isEqualTo(expected(events, moments()));
  }

  /** Several as-of times a day, over the night that has no hour after two. */
  @ParameterizedTest
  @MethodSource("seeds")
  void areWhatANaiveReadingGivesEverySoManyHours(long seed) {
    List<NaiveEvent> events = events(new Random(100 + seed));
    List<Instant> moments = new ArrayList<>();
    Instant first = Instant.parse("2024-03-29T05:00:00Z");
    for (Instant at = first; at.isBefore(LAST); at = at.plus(Duration.ofHours(18))) {
      moments.add(at);
    }
    moments.add(LAST);
    assertThat(calculated(events, PROJECT + HOURS)).isEqualTo(expected(events, moments));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areWhatANaiveReadingGivesAtOneTime(long seed) {
    List<NaiveEvent> events = events(new Random(200 + seed));
    assertThat(calculated(events, PROJECT)).isEqualTo(expected(events, List.of(LAST)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areWhatANaiveReadingGivesOfPairs(long seed) {
    Random random = new Random(300 + seed);
    List<NaiveEvent> events = events(random);
    Map<String, Map<String, Object>> expected = new TreeMap<>();
    StringBuilder labels = new StringBuilder("profile_id,timestamp\n");
    byUser(events)
        .forEach(
            (user, own) -> {
              for (int at = random.nextInt(4); at > 0; at--) {
                Instant asOf = time(random);
                labels.append(user).append(',').append(asOf).append('\n');
                NaiveFeatures.of(before(own, LAST), asOf, BERLIN, LOOKBACKS)
                    .ifPresent(found -> expected.put(user + " " + asOf, found));
              }
            });
    new TestShop(folder).file("data/raw.labels.csv", labels.toString());
    assertThat(calculated(events, PROJECT + PAIRS)).isEqualTo(rounded(expected));
  }

  /** Those that the run's window has. */
  private static List<NaiveEvent> before(List<NaiveEvent> events, Instant end) {
    return events.stream().filter(event -> event.time().isBefore(end)).toList();
  }

  private static Map<String, Map<String, Object>> expected(
      List<NaiveEvent> events, List<Instant> moments) {
    Map<String, Map<String, Object>> expected = new TreeMap<>();
    for (Instant asOf : moments) {
      byUser(events)
          .forEach(
              (user, own) ->
                  NaiveFeatures.of(own, asOf, BERLIN, LOOKBACKS)
                      .ifPresent(found -> expected.put(user + " " + asOf, found)));
    }
    return rounded(expected);
  }

  private Map<String, Map<String, Object>> calculated(List<NaiveEvent> events, String project) {
    TestShop shop = new TestShop(folder).projectFile(project);
    TABLES.forEach(
        (kind, table) -> shop.file("data/raw." + table + ".ndjson", lines(events, kind)));
    try (var cloud = TestCloud.start(shop).succeed()) {
      Map<String, Map<String, Object>> calculated = new TreeMap<>();
      for (List<String> row : cloud.rows("select * from tributary.feature_values")) {
        Instant asOf = Instant.parse(row.get(1).replace(' ', 'T') + "Z");
        Object value =
            switch (row.get(3)) {
              case "numeric" -> Double.valueOf(row.get(4));
              case "string" -> row.get(5);
              default -> row.get(6);
            };
        calculated
            .computeIfAbsent(row.get(0) + " " + asOf, any -> new TreeMap<>())
            .put(row.get(2), value);
      }
      assertThat(cloud.rows("select count(*) from tributary.customer_features"))
          .containsExactly(List.of(Integer.toString(calculated.size())));
      return rounded(calculated);
    }
  }

  /** The project's as-of times: every third midnight of Berlin, and the end of the window. */
  private static List<Instant> moments() {
    List<Instant> moments = new ArrayList<>();
    LocalDate end = LocalDate.of(2024, 4, 11);
    for (LocalDate day = LocalDate.of(2024, 3, 12); day.isBefore(end); day = day.plusDays(3)) {
      moments.add(day.atStartOfDay(BERLIN).toInstant());
    }
    moments.add(LAST);
    return moments;
  }

  private static Map<String, List<NaiveEvent>> byUser(List<NaiveEvent> events) {
    return events.stream()
        .filter(event -> event.user() != null)
        .collect(Collectors.groupingBy(NaiveEvent::user, TreeMap::new, Collectors.toList()));
  }

  private static Map<String, Map<String, Object>> rounded(Map<String, Map<String, Object>> rows) {
    Map<String, Map<String, Object>> rounded = new TreeMap<>();
    rows.forEach(
        (key, row) -> {
          Map<String, Object> values = new TreeMap<>(row);
          values.replaceAll(
              (name, value) -> value instanceof Double n ? Math.round(n * 1e6) / 1e6 : value);
          rounded.put(key, values);
        });
    return rounded;
  }

  private static String lines(List<NaiveEvent> events, String kind) {
    StringBuilder lines = new StringBuilder();
    for (NaiveEvent event : events) {
      if (event.kind().equals(kind)) {
        ObjectNode row = event.values().deepCopy();
        row.put("id", event.id());
        row.put("user_id", event.user());
        row.put("anonymous_id", "device of " + event.user());
        row.put("timestamp", event.time().toString());
        lines.append(row).append('\n');
      }
    }
    return lines.toString();
  }

  private static List<NaiveEvent> events(Random random) {
    List<NaiveEvent> events = new ArrayList<>();
    List<String> kinds = new ArrayList<>(TABLES.keySet().stream().sorted().toList());
    for (int at = 0; at < 400; at++) {
      String kind = kinds.get(random.nextInt(kinds.size()));
      String user = random.nextInt(20) == 0 && isWeb(kind) ? null : "u" + random.nextInt(6);
      events.add(new NaiveEvent(kind, kind + at, user, time(random), values(kind, random)));
    }
    return events;
  }

  private static boolean isWeb(String kind) {
    return kind.equals("tracks") || kind.equals("pages");
  }

  /** Often close together, and sometimes at an as-of moment itself. */
  private static Instant time(Random random) {
    if (random.nextInt(15) == 0) {
      return moments().get(random.nextInt(moments().size()));
    }
    long day = random.nextInt(33) * 86_400L;
    return FIRST.plusSeconds(day + random.nextInt(6) * 3_600L * 4 + random.nextInt(8) * 600L);
  }

  private static ObjectNode values(String kind, Random random) {
    ObjectNode values = Json.MAPPER.createObjectNode();
    switch (kind) {
      case "identifies" -> {
        put(values, "gender", random, "f", "m", "", " ");
        put(values, "country", random, "DE", "FR");
        put(values, "state", random, "", "BY");
        put(values, "birthday", random, "1990-03-20", "2000-02-29", "soon", "2090-01-01", "");
        put(values, "email", random, "A@One.example", " b@two.example ", "nobody", "");
        put(values, "device_type", random, "iPhone", "Windows PC", "fridge", "");
        put(values, "campaign_source", random, "news", "ads", "");
      }
      case "steps" -> put(values, "payment_method", random, "Visa", "paypal", "cash", "");
      case "carts" -> {
        put(values, "cart_id", random, "c1", "c2", "c3", "");
        put(values, "sku", random, "s1", "s2", "s3", "");
        put(values, "category", random, "tea", "cup");
      }
      case "orders" -> order(values, random);
      case "pages" -> put(values, "path", random, "/", "/tea");
      default -> put(values, "event", random, "Clicked", "Seen");
    }
    return values;
  }

  private static void order(ObjectNode values, Random random) {
    put(values, "order_id", random, "1", "2", "3", "4", "5", "6", "7", "8", "");
    put(values, "total", random, "10", "20.5", "-3", "1,299.00", "free", "NaN", "", "30.25");
    if (random.nextInt(8) == 0) {
      values.put("products", "none");
      return;
    }
    ArrayNode products = values.putArray("products");
    for (int line = random.nextInt(4); line > 0; line--) {
      ObjectNode product = products.addObject();
      put(product, "sku", random, "s1", "s2", "s3", "s4", "s5", "");
      put(product, "category", random, "tea", "cup", "pot", "");
      put(product, "price", random, "1", "2.5", "dear", "");
      put(product, "quantity", random, "1", "3", "some", "");
    }
  }

  private static void put(ObjectNode values, String column, Random random, String... choices) {
    values.put(column, choices[random.nextInt(choices.length)]);
  }
}
