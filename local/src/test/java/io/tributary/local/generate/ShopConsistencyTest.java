package io.tributary.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds of every shop, however small. */
class ShopConsistencyTest {
  private static Path folder;

  @BeforeContainer
  static void folder() throws IOException {
    folder = Files.createTempDirectory("shop");
  }

  @AfterContainer
  static void remove() throws IOException {
    try (Stream<Path> tables = Files.list(folder.resolve("data"))) {
      for (Path table : tables.toList()) {
        Files.delete(table);
      }
    }
    Files.deleteIfExists(folder.resolve("data"));
    Files.deleteIfExists(folder.resolve("tributary.yaml"));
    Files.delete(folder);
  }

  @Property(tries = 60)
  void fitsTogether(
      @ForAll @IntRange(min = 1, max = 120) int users,
      @ForAll @IntRange(min = 1, max = 800) int days,
      @ForAll long seed)
      throws IOException {
    ShopSettings settings = ShopSettings.of(users, days, seed);
    ShopGenerator.generate(folder, settings);
    Shop shop = Shop.read(folder);
    Map<String, List<Shop.Session>> byUser = shop.byUser();

    assertThat(byUser).hasSize(users);
    assertThat(shop.sessions().stream().map(Shop.Session::id)).doesNotHaveDuplicates();
    assertThat(shop.orders().stream().map(Shop.Order::id)).doesNotHaveDuplicates();
    assertThat(shop.sessions()).allMatch(visit -> within(settings, visit.at()));
    assertThat(shop.orders())
        .allMatch(order -> within(settings, order.at()))
        .allMatch(order -> order.revenue().signum() > 0 && order.revenue().scale() == 2)
        .allMatch(
            order ->
                byUser.get(order.user()).stream()
                    .anyMatch(visit -> !visit.at().isAfter(order.at())));
    assertThat(shop.sessions().stream().map(Shop.Session::id))
        .containsAll(shop.sessionCosts().keySet());
    assertThat(shop.sessionCosts().values()).allMatch(ShopConsistencyTest::isPositive);
    assertThat(shop.channelCosts())
        .allMatch(day -> isPositive(day.cost()))
        .allMatch(day -> within(settings, day.date().atStartOfDay()));
    assertThat(byUser.values()).allMatch(ShopConsistencyTest::hasVisitsApart);
  }

  private static boolean hasVisitsApart(List<Shop.Session> visits) {
    return visits.stream().map(Shop.Session::at).distinct().count() == visits.size();
  }

  private static boolean isPositive(BigDecimal amount) {
    return amount.signum() > 0 && amount.scale() == 2;
  }

  private static boolean within(ShopSettings settings, LocalDateTime moment) {
    LocalDate date = moment.toLocalDate();
    return !date.isBefore(settings.firstDay()) && !date.isAfter(LocalDate.of(2023, 12, 31));
  }
}
