package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random events, brought by two runs, against attributes calculated one by one in lists. */
class RandomAttributesTest {
  private static final List<String> TYPES =
      List.of(
          "avg",
          "first",
          "last",
          "least_frequent",
          "list",
          "max",
          "min",
          "most_frequent",
          "num_of_unique",
          "sum",
          "value");
  private static final List<String> TEXTS = List.of("b", "a", "Z", "10", "9", "-1.5", "ü", "b b");
  private static final List<String> NUMBERS = List.of("1", "10", "9", "2.50", "2.5", "-3", "1e2");

  @TempDir Path folder;

  /** An event of a person; the value is a text, a number, an array of numbers, or nothing. */
  private record Event(int id, String user, int hour, Map<String, String> payload) {
    static Event random(int id, Random random) {
      Map<String, String> payload = new TreeMap<>();
      if (random.nextInt(5) > 0) {
        payload.put("text", one(TEXTS, random));
      }
      if (random.nextInt(5) > 0) {
        payload.put("number", one(NUMBERS, random));
      }
      if (random.nextInt(8) > 0) {
        payload.put("weight", one(List.of("1", "2", "0.5", "heavy"), random));
      }
      int hour = random.nextInt(20);
      return new Event(id, "u" + random.nextInt(12), hour, payload);
    }

    private static String one(List<String> texts, Random random) {
      return texts.get(random.nextInt(texts.size()));
    }

    String json() {
      StringBuilder members = new StringBuilder("'user':'" + user + "'");
      payload.forEach((name, value) -> members.append(",'%s':'%s'".formatted(name, value)));
      members.append(",'pair':[{'v':'%s'},{'v':'%s'},{}]".formatted(text(), "b"));
      return "{'id':'e%d','type':'t','event_time':'2023-01-01 %02d:00:00','payload':{%s}}"
          .formatted(id, hour, members);
    }

    String text() {
      return payload.getOrDefault("text", "none");
    }
  }

  /** A value as it counts. */
  private record Value(String text, int hour, Optional<BigDecimal> weight) {
    Optional<BigDecimal> number() {
      return numberOf(text);
    }
  }

  private static Optional<BigDecimal> numberOf(String text) {
    return text.matches("-?[0-9.]+(e[0-9])?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  @Test
  void givesWhatListsGive() {
    Random random = new Random(20230501);
    List<Event> events = IntStream.range(0, 260).mapToObj(n -> Event.random(n, random)).toList();
    TestShop shop = new TestShop(folder).projectFile(project());
    write(shop, 1, events.subList(0, 130));
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(calculated(cloud)).isEqualTo(expected(events.subList(0, 130)));
      write(shop, 2, events.subList(130, 260));
      cloud.succeed();

      assertThat(calculated(cloud)).isEqualTo(expected(events)).hasSize(3 * TYPES.size() * 12);
    }
  }

  private static void write(TestShop shop, int part, List<Event> events) {
    String lines = String.join("\n", events.stream().map(Event::json).toList());
    shop.file("data/raw.customer_events/" + part + ".ndjson", lines + "\n");
  }

  private static String project() {
    StringBuilder project =
        new StringBuilder(
            """
            project: shop
            window: {end_date: 2023-12-31}
            sources: {crm: {kind: customer_events}}
            identity:
              identifiers: [{name: user_id, priority: 1, from: {crm: payload.user}}]
            attributes:
            """);
    for (String type : TYPES) {
      String weight = type.endsWith("_frequent") ? ", weight: payload.weight" : "";
      project.append("  - {id: text_%s, type: %s, value: payload.text}\n".formatted(type, type));
      project.append(
          "  - {id: number_%s, type: %s, value: payload.number, filter: \"payload.text <> 'Z'\"%s}\n"
              .formatted(type, type, weight));
      project.append(
          "  - {id: pair_%s, type: %s, value: payload.pair, outer_value: value.v,"
                  .formatted(type, type)
              + " outer_filter: \"value.v <> 'a'\"}\n");
    }
    return project.toString();
  }

  private static Map<String, List<String>> calculated(TestCloud cloud) {
    Map<String, List<String>> calculated = new TreeMap<>();
    cloud
        .rows(
            "select attributes.attribute_id || ' of ' || identities.identifier, attributes.value"
                + " from tributary.profile_attributes as attributes"
                + " inner join tributary.identity_map as identities"
                + " on attributes.profile_id = identities.profile_id order by 1, 2")
        .forEach(
            row -> calculated.computeIfAbsent(row.get(0), of -> new ArrayList<>()).add(row.get(1)));
    return calculated;
  }

  private static Map<String, List<String>> expected(List<Event> events) {
    Map<String, List<String>> expected = new TreeMap<>();
    Map<String, Function<Event, List<Value>>> kinds = new HashMap<>();
    kinds.put("text_", event -> values(event, "text", false));
    kinds.put(
        "number_",
        event ->
            event.payload().containsKey("text") && !event.text().equals("Z")
                ? values(event, "number", true)
                : List.of());
    kinds.put(
        "pair_",
        event ->
            List.of(event.text(), "b").stream()
                .filter(text -> !text.equals("a"))
                .map(text -> new Value(text, event.hour(), Optional.empty()))
                .toList());
    kinds.forEach(
        (kind, take) -> {
          boolean isNumeric =
              events.stream()
                  .flatMap(event -> take.apply(event).stream())
                  .allMatch(value -> value.number().isPresent());
          Map<String, List<Value>> byUser = new TreeMap<>();
          events.forEach(
              event ->
                  byUser
                      .computeIfAbsent(event.user(), user -> new ArrayList<>())
                      .addAll(take.apply(event)));
          for (String type : TYPES) {
            byUser.forEach(
                (user, values) -> {
                  boolean isWeighted = kind.equals("number_");
                  List<String> made = made(type, values, isNumeric, isWeighted);
                  if (!made.isEmpty()) {
                    expected.put(kind + type + " of " + user, made);
                  }
                });
          }
        });
    return expected;
  }

  private static List<Value> values(Event event, String name, boolean isWeighted) {
    String text = event.payload().get(name);
    Optional<BigDecimal> weight =
        isWeighted
            ? Optional.ofNullable(event.payload().get("weight"))
                .flatMap(RandomAttributesTest::numberOf)
            : Optional.empty();
    return text == null ? List.of() : List.of(new Value(text, event.hour(), weight));
  }

  private static List<String> made(
      String type, List<Value> values, boolean isNumeric, boolean isWeighted) {
    Comparator<Value> smaller = Comparator.comparing(Value::text, RandomAttributesTest::bytes);
    Comparator<Value> later = Comparator.comparing(Value::hour).reversed();
    Comparator<Value> number = Comparator.comparing(value -> value.number().orElseThrow());
    List<Value> numbers = values.stream().filter(value -> value.number().isPresent()).toList();
    return switch (type) {
      case "value" -> least(values, smaller);
      case "first" -> least(values, Comparator.comparing(Value::hour).thenComparing(smaller));
      case "last" -> least(values, later.thenComparing(smaller));
      case "min" ->
          isNumeric
              ? least(values, number.thenComparing(later).thenComparing(smaller))
              : least(values, smaller);
      case "max" ->
          isNumeric
              ? least(values, number.reversed().thenComparing(later).thenComparing(smaller))
              : least(values, smaller.reversed());
      case "sum" -> numbers.isEmpty() ? List.of() : List.of(plain(sum(numbers)));
      case "avg" ->
          numbers.isEmpty()
              ? List.of()
              : List.of(
                  plain(
                      sum(numbers)
                          .divide(BigDecimal.valueOf(numbers.size()), 6, RoundingMode.HALF_EVEN)));
      case "list" -> sorted(values);
      case "num_of_unique" ->
          values.isEmpty() ? List.of() : List.of(String.valueOf(sorted(values).size()));
      case "most_frequent" -> frequent(values, isWeighted, -1);
      case "least_frequent" -> frequent(values, isWeighted, 1);
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static List<String> frequent(List<Value> values, boolean isWeighted, int sign) {
    Map<String, BigDecimal> weights = new HashMap<>();
    Map<String, Integer> last = new HashMap<>();
    for (Value value : values) {
      Optional<BigDecimal> weight = isWeighted ? value.weight() : Optional.of(BigDecimal.ONE);
      weight.ifPresent(
          counts -> {
            weights.merge(value.text(), counts, BigDecimal::add);
            last.merge(value.text(), value.hour(), Math::max);
          });
    }
    return weights.keySet().stream()
        .min(
            Comparator.comparing(
                    (String text) -> weights.get(text).multiply(BigDecimal.valueOf(sign)))
                .thenComparing(text -> -last.get(text))
                .thenComparing(RandomAttributesTest::bytes))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<String> sorted(List<Value> values) {
    TreeSet<String> sorted = new TreeSet<>(RandomAttributesTest::bytes);
    values.forEach(value -> sorted.add(value.text()));
    return List.copyOf(sorted);
  }

  private static List<String> least(List<Value> values, Comparator<Value> order) {
    return values.stream().min(order).map(value -> List.of(value.text())).orElse(List.of());
  }

  private static BigDecimal sum(List<Value> numbers) {
    return numbers.stream()
        .map(value -> value.number().orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static int bytes(String one, String other) {
    return java.util.Arrays.compareUnsigned(
        one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
