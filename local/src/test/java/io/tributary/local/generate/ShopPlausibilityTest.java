package io.tributary.local.generate;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a person would believe the shop: bounds are wide, and the seed is fixed. */
class ShopPlausibilityTest {
  private static final Set<String> UPPER =
      Set.of("Paid Social Prospecting", "Display", "Paid Search Non Brand", "Referral");
  private static final Set<String> LOWER =
      Set.of("Direct", "Paid Search Brand", "Paid Social Retargeting", "Email Newsletter");

  private static Shop shop;
  private static Map<String, List<Shop.Session>> byUser;

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    ShopGenerator.generate(folder, ShopSettings.of(6_000, 365, 42));
    shop = Shop.read(folder);
    byUser = shop.byUser();
  }

  @Test
  void turnsAFewVisitsInAHundredIntoOrders() {
    assertThat((double) shop.orders().size() / shop.sessions().size()).isBetween(0.02, 0.04);
    assertThat((double) ordersByUser().size() / byUser.size()).isBetween(0.04, 0.12);
  }

  @Test
  void seesCustomersBuyAgain() {
    double again = ordersByUser().values().stream().filter(orders -> orders.size() > 1).count();

    assertThat(again / ordersByUser().size()).isBetween(0.15, 0.5);
  }

  @Test
  void leadsToMostOrdersByMoreThanOneVisit() {
    double several = shop.orders().stream().filter(order -> journey(order).size() > 1).count();
    double mean =
        shop.orders().stream().mapToInt(order -> journey(order).size()).average().orElseThrow();

    assertThat(several / shop.orders().size()).isBetween(0.5, 0.9);
    assertThat(mean).isBetween(2.0, 5.0);
  }

  @Test
  void beginsJourneysAboveAndEndsThemBelow() {
    assertThat(share(UPPER, 0)).isGreaterThan(1.5 * share(UPPER, -1));
    assertThat(share(LOWER, -1)).isGreaterThan(1.3 * share(LOWER, 0));
  }

  @Test
  void hasAWeek() {
    Map<DayOfWeek, Long> week = count(shop.sessions(), visit -> visit.at().getDayOfWeek());

    assertThat(week.get(MONDAY).doubleValue()).isGreaterThan(1.2 * week.get(SATURDAY));
    assertThat(
            shop.sessions().stream()
                .filter(visit -> visit.channel().equals("Email Newsletter"))
                .map(visit -> visit.at().getDayOfWeek()))
        .isNotEmpty()
        .allMatch(day -> day == TUESDAY || day == THURSDAY);
  }

  @Test
  void sleepsAtNight() {
    Map<Integer, Long> hours = count(shop.sessions(), visit -> visit.at().getHour());

    assertThat(hours.get(20)).isGreaterThan(5 * hours.get(3));
  }

  @Test
  void feelsItsCampaigns() {
    Predicate<Shop.Session> display = visit -> visit.channel().equals("Display");
    long during = between(LocalDate.of(2023, 9, 1), LocalDate.of(2023, 9, 20), display);
    long before = between(LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 20), display);

    assertThat((double) during).isGreaterThan(1.3 * before);
  }

  @Test
  void hasAFewVeryBusyVisitors() {
    List<Integer> counts = byUser.values().stream().map(List::size).sorted().toList();

    assertThat(counts.get(counts.size() / 2)).isLessThanOrEqualTo(3);
    assertThat(counts.get(counts.size() - 1)).isGreaterThan(15);
  }

  @Test
  void paysEachVisitByTheClickOrItsChannelByTheDayOrNotAtAll() {
    Map<String, String> channels =
        shop.sessions().stream().collect(Collectors.toMap(Shop.Session::id, Shop.Session::channel));
    Set<String> byClick =
        shop.sessionCosts().keySet().stream().map(channels::get).collect(Collectors.toSet());
    Set<String> byDay =
        shop.channelCosts().stream().map(Shop.DayCost::channel).collect(Collectors.toSet());

    assertThat(byClick)
        .containsExactlyInAnyOrder(
            "Paid Search Brand",
            "Paid Search Non Brand",
            "Paid Social Prospecting",
            "Paid Social Retargeting");
    assertThat(byDay).containsExactlyInAnyOrder("Display", "Affiliate");
    assertThat(shop.sessionCosts()).hasSameSizeAs(visits(byClick));
  }

  @Test
  void spendsLessThanItEarns() {
    BigDecimal revenue =
        shop.orders().stream().map(Shop.Order::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal clicks =
        shop.sessionCosts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal days =
        shop.channelCosts().stream()
            .map(Shop.DayCost::cost)
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    double share = clicks.add(days).doubleValue() / revenue.doubleValue();

    assertThat(share).isBetween(0.1, 0.5);
  }

  private static Map<String, List<Shop.Order>> ordersByUser() {
    return shop.orders().stream().collect(Collectors.groupingBy(Shop.Order::user));
  }

  /** The visits of the 30 days before an order, in their order. */
  private static List<Shop.Session> journey(Shop.Order order) {
    return byUser.get(order.user()).stream()
        .filter(visit -> !visit.at().isAfter(order.at()))
        .filter(
            visit -> Duration.between(visit.at(), order.at()).compareTo(Duration.ofDays(30)) <= 0)
        .sorted(Comparator.comparing(Shop.Session::at))
        .toList();
  }

  /** The share of the journeys of several visits that begin (0) or end (-1) so. */
  private static double share(Set<String> channels, int end) {
    List<List<Shop.Session>> journeys =
        shop.orders().stream()
            .map(ShopPlausibilityTest::journey)
            .filter(journey -> journey.size() > 1)
            .toList();
    long found =
        journeys.stream()
            .map(journey -> journey.get(end == 0 ? 0 : journey.size() - 1).channel())
            .filter(channels::contains)
            .count();
    return (double) found / journeys.size();
  }

  private static List<Shop.Session> visits(Set<String> channels) {
    return shop.sessions().stream().filter(visit -> channels.contains(visit.channel())).toList();
  }

  private static long between(LocalDate from, LocalDate to, Predicate<Shop.Session> which) {
    return shop.sessions().stream()
        .filter(which)
        .map(visit -> visit.at().toLocalDate())
        .filter(date -> !date.isBefore(from) && !date.isAfter(to))
        .count();
  }

  private static <K> Map<K, Long> count(
      List<Shop.Session> sessions, Function<Shop.Session, K> key) {
    return sessions.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
  }
}
