package io.tributary.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person would expect of a shop's events on the web. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopWebTest {
  @TempDir static Path folder;
  private Map<String, List<String[]>> tables;

  @BeforeAll
  void generate() {
    Path shop =
        ShopGenerator.generate(folder.resolve("shop"), ShopSettings.of(1_500, 60, 7)).directory();
    tables =
        Stream.of("pages", "tracks", "product_added", "checkout_step_completed", "order_completed")
            .collect(Collectors.toMap(name -> name, name -> rows(shop, name)));
  }

  @Test
  void narrowsFromPagesToOrders() {
    assertThat(tables.get("pages").size()).isGreaterThan(5 * tables.get("product_added").size());
    assertThat(tables.get("product_added").size())
        .isGreaterThan(2 * tables.get("order_completed").size());
    assertThat(tables.get("checkout_step_completed")).hasSameSizeAs(tables.get("order_completed"));
  }

  @Test
  void hasEveryCartCheckoutAndOrderAmongItsTracksToo() {
    Set<String> ids = tables.get("tracks").stream().map(row -> row[0]).collect(Collectors.toSet());

    for (String table : List.of("product_added", "checkout_step_completed", "order_completed")) {
      assertThat(tables.get(table)).isNotEmpty().allMatch(row -> ids.contains(row[0]));
    }
  }

  @Test
  void hasNoIdTwice() {
    for (List<String[]> rows : tables.values()) {
      assertThat(rows.stream().map(row -> row[0])).doesNotHaveDuplicates();
    }
  }

  /** By the devices of a user id: some have one, some two, none more. */
  @Test
  void hasPeopleWithTwoDevices() {
    Map<String, Set<String>> devices =
        tables.get("pages").stream()
            .filter(row -> !row[1].isEmpty())
            .collect(
                Collectors.groupingBy(
                    row -> row[1], Collectors.mapping(row -> row[2], Collectors.toSet())));

    assertThat(new HashSet<>(devices.values().stream().map(Set::size).toList()))
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void knowsWhoOrders() {
    assertThat(tables.get("order_completed")).allMatch(row -> row[1].length() == 32);
  }

  @Test
  void isCrawledEveryDay() {
    assertThat(
            tables.get("pages").stream()
                .filter(row -> row[2].startsWith("crawler-"))
                .map(row -> row[3].substring(0, 10))
                .distinct())
        .hasSize(60);
  }

  private static List<String[]> rows(Path shop, String table) {
    try {
      return Files.readAllLines(shop.resolve("data/raw." + table + ".csv")).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
