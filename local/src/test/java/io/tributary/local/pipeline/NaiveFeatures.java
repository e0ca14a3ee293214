package io.tributary.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The built-in features of one user as of one moment, each by its definition and by itself: events
 * before the moment are gone over once for every feature.
 */
final class NaiveFeatures {
  private static final int MOST_LISTED = 3;
  private static final int MOST_IN_CART = 2;

  private final List<NaiveEvent> events;
  private final ZoneId zone;
  private final LocalDate today;
  private final Map<String, Object> found = new TreeMap<>();

  private NaiveFeatures(List<NaiveEvent> all, Instant asOf, ZoneId zone) {
    this.events =
        all.stream()
            .filter(event -> event.time().isBefore(asOf))
            .sorted(Comparator.comparing(NaiveEvent::time).thenComparing(NaiveEvent::id))
            .toList();
    this.zone = zone;
    this.today = LocalDate.ofInstant(asOf, zone);
  }

  /** All features that have a value; empty for a user that nobody knows yet. */
  static Optional<Map<String, Object>> of(
      List<NaiveEvent> all, Instant asOf, ZoneId zone, List<Integer> lookbacks) {
    NaiveFeatures features = new NaiveFeatures(all, asOf, zone);
    if (features.events.isEmpty()) {
      return Optional.empty();
    }
    features.identity();
    features.activity(lookbacks);
    features.sessions();
    features.orders(lookbacks);
    features.lines();
    features.checkout();
    features.carts(lookbacks);
    features.found.values().removeIf(Objects::isNull);
    return Optional.of(features.found);
  }

  private List<NaiveEvent> of(String... kinds) {
    return events.stream().filter(event -> List.of(kinds).contains(event.kind())).toList();
  }

  private void identity() {
    List<NaiveEvent> identifies = of("identifies");
    for (String name : List.of("gender", "country", "state")) {
      found.put(name, last(identifies, event -> event.text(name)));
    }
    LocalDate birthday = last(identifies, event -> event.date("birthday"));
    if (birthday != null && !birthday.isAfter(today)) {
      found.put("age_in_years", (double) Period.between(birthday, today).getYears());
    }
    String email = last(identifies, event -> event.text("email"));
    if (email != null) {
      String[] parts = email.strip().toLowerCase(Locale.ROOT).split("@", -1);
      found.put("email_domain", parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null);
    }
    found.put("has_mobile_app", device(identifies, "android", "ios", "iphone", "ipad"));
    found.put(
        "is_active_on_website", device(identifies, "windows", "mac", "linux", "pc", "browser"));
    found.put("campaign_sources", list(identifies, "campaign_source", 1_000));
    found.put("days_since_account_creation", days(first(identifies)));
  }

  private static Object device(List<NaiveEvent> identifies, String... words) {
    Object any = null;
    for (NaiveEvent event : identifies) {
      String device = event.text("device_type");
      if (device != null) {
        boolean holds = List.of(words).stream().anyMatch(device.toLowerCase(Locale.ROOT)::contains);
        any = holds || any != null && any.equals(1.0) ? 1.0 : 0.0;
      }
    }
    return any;
  }

  private void activity(List<Integer> lookbacks) {
    List<NaiveEvent> seen = of("tracks", "pages");
    Double since = days(lastOf(seen));
    found.put("days_since_last_seen", since);
    for (int n : lookbacks) {
      if (since != null) {
        found.put("is_churned_%d_days".formatted(n), since > n ? 1.0 : 0.0);
      }
      found.put(
          "active_days_in_past_%d_days".formatted(n),
          (double) past(seen, n).stream().map(this::day).distinct().count());
    }
  }

  private void sessions() {
    List<List<NaiveEvent>> sessions = new ArrayList<>();
    for (NaiveEvent event : of("tracks", "pages")) {
      List<NaiveEvent> current = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
      if (current == null
          || Duration.between(current.get(current.size() - 1).time(), event.time()).toSeconds()
              > 1_800) {
        sessions.add(new ArrayList<>(List.of(event)));
      } else {
        current.add(event);
      }
    }
    length("overall", sessions);
    length("last_week", sessions.stream().filter(one -> age(one.get(0)) <= 7).toList());
  }

  private void length(String suffix, List<List<NaiveEvent>> sessions) {
    found.put("n_sessions_" + suffix, (double) sessions.size());
    OptionalDouble mean =
        sessions.stream()
            .mapToLong(
                one ->
                    Duration.between(one.get(0).time(), one.get(one.size() - 1).time()).toSeconds())
            .average();
    found.put("avg_session_length_" + suffix, mean.isPresent() ? mean.getAsDouble() : null);
  }

  /** Of the rows of one order the latest. */
  private List<NaiveEvent> orders() {
    Map<String, NaiveEvent> latest = new LinkedHashMap<>();
    for (NaiveEvent event : of("orders")) {
      String id = event.text("order_id");
      latest.put(id == null ? "id " + event.id() : "order " + id.strip(), event);
    }
    return latest.values().stream()
        .sorted(Comparator.comparing(NaiveEvent::time).thenComparing(NaiveEvent::id))
        .toList();
  }

  private void orders(List<Integer> lookbacks) {
    List<NaiveEvent> orders = orders();
    List<Double> totals =
        orders.stream().map(order -> order.number("total")).filter(n -> n != null).toList();
    for (int n : lookbacks) {
      found.put("amt_spent_in_past_%d_days".formatted(n), sum(past(orders, n)));
      found.put("transactions_in_past_%d_days".formatted(n), (double) past(orders, n).size());
    }
    found.put("total_amt_spent", sum(orders));
    found.put("total_transactions", (double) orders.size());
    found.put("days_since_last_purchase", days(lastOf(orders)));
    if (!totals.isEmpty()) {
      List<Double> sorted = totals.stream().sorted().toList();
      int size = sorted.size();
      found.put("last_transaction_value", totals.get(size - 1));
      found.put("average_transaction_value", totals.stream().mapToDouble(n -> n).sum() / size);
      found.put("highest_transaction_value", sorted.get(size - 1));
      found.put(
          "median_transaction_value", (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
    }
    List<NaiveEvent> listed = orders.stream().filter(order -> order.lines() != null).toList();
    if (!listed.isEmpty()) {
      double lines = listed.stream().mapToInt(order -> order.lines().size()).sum();
      found.put("average_units_per_transaction", lines / listed.size());
    }
  }

  private static double sum(List<NaiveEvent> orders) {
    return orders.stream()
        .map(order -> order.number("total"))
        .filter(n -> n != null)
        .mapToDouble(n -> n)
        .sum();
  }

  private void lines() {
    TreeSet<String> items = new TreeSet<>();
    Map<String, Double> spent = new TreeMap<>();
    Map<String, Double> bought = new TreeMap<>();
    for (NaiveEvent order : orders()) {
      for (JsonNode line : order.lines() == null ? List.<JsonNode>of() : order.lines()) {
        String item = NaiveEvent.text(line.path("sku"));
        String category = NaiveEvent.text(line.path("category"));
        Double price = NaiveEvent.number(line.path("price"));
        Double quantity = NaiveEvent.number(line.path("quantity"));
        if (item != null) {
          items.add(item);
        }
        if (category != null) {
          bought.merge(category, 1.0, Double::sum);
          Double weight = price == null ? null : price * (quantity == null ? 1 : quantity);
          spent.putIfAbsent(category, null);
          if (weight != null) {
            spent.put(category, weight + (spent.get(category) == null ? 0 : spent.get(category)));
          }
        }
      }
    }
    found.put("items_purchased_ever", array(items, MOST_LISTED));
    found.put("categories_purchased_ever", array(new TreeSet<>(bought.keySet()), MOST_LISTED));
    found.put("highest_spent_category", heaviest(spent));
    found.put("highest_transacted_category", heaviest(bought));
  }

  private static String heaviest(Map<String, Double> weights) {
    String chosen = null;
    int place = 0;
    for (Map.Entry<String, Double> one : weights.entrySet()) {
      boolean isHeavier =
          one.getValue() != null && (chosen == null || one.getValue() > weights.get(chosen));
      if (place++ < MOST_IN_CART && isHeavier) {
        chosen = one.getKey();
      }
    }
    return chosen;
  }

  private void checkout() {
    List<NaiveEvent> steps = of("steps");
    found.put("payment_modes", list(steps, "payment_method", 1_000));
    List<String> methods =
        steps.stream().map(step -> step.text("payment_method")).filter(t -> t != null).toList();
    boolean isCard =
        methods.stream()
            .anyMatch(method -> method.toLowerCase(Locale.ROOT).matches("visa|mastercard"));
    found.put("has_credit_card", methods.isEmpty() ? null : (Object) (isCard ? 1.0 : 0.0));
  }

  private void carts(List<Integer> lookbacks) {
    List<NaiveEvent> added = of("carts");
    for (int n : lookbacks) {
      found.put("carts_in_past_%d_days".formatted(n), distinct(past(added, n), "cart_id"));
      found.put("products_added_in_past_%d_days".formatted(n), list(past(added, n), "sku", 1_000));
    }
    found.put("total_carts", distinct(added, "cart_id"));
    found.put("total_products_added_to_cart", (double) added.size());
    found.put("days_since_last_cart_add", days(lastOf(added)));
  }

  private static double distinct(List<NaiveEvent> some, String column) {
    return some.stream().map(event -> event.text(column)).filter(t -> t != null).distinct().count();
  }

  private static Object list(List<NaiveEvent> some, String column, int most) {
    TreeSet<String> values = new TreeSet<>();
    some.stream().map(event -> event.text(column)).filter(t -> t != null).forEach(values::add);
    return array(values, most);
  }

  private static String array(TreeSet<String> values, int most) {
    return values.isEmpty() || values.size() > most
        ? null
        : "[\"" + String.join("\",\"", values) + "\"]";
  }

  private List<NaiveEvent> past(List<NaiveEvent> some, int days) {
    return some.stream().filter(event -> age(event) <= days).toList();
  }

  private LocalDate day(NaiveEvent event) {
    return LocalDate.ofInstant(event.time(), zone);
  }

  private long age(NaiveEvent event) {
    return today.toEpochDay() - day(event).toEpochDay();
  }

  private Double days(NaiveEvent event) {
    return event == null ? null : (double) age(event);
  }

  private static NaiveEvent first(List<NaiveEvent> some) {
    return some.isEmpty() ? null : some.get(0);
  }

  private static NaiveEvent lastOf(List<NaiveEvent> some) {
    return some.isEmpty() ? null : some.get(some.size() - 1);
  }

  private static <T> T last(List<NaiveEvent> some, Function<NaiveEvent, T> value) {
    T last = null;
    for (NaiveEvent event : some) {
      T one = value.apply(event);
      last = one == null ? last : one;
    }
    return last;
  }
}
