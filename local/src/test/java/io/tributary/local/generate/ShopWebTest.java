package io.tributary.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person would expect of a shop's events on the web. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopWebTest {
  private static final Pattern LINE =
      Pattern.compile("\"\"(sku-[0-9]+)\"\".*?\"\"price\"\":([0-9.]+),\"\"quantity\"\":([0-9]+)");

  @TempDir static Path folder;
  private Map<String, List<String[]>> tables;

  @BeforeAll
  void generate() {
    Path shop =
        ShopGenerator.generate(folder.resolve("shop"), ShopSettings.of(1_500, 60, 7)).directory();
    tables =
        Stream.of(
                "pages",
                "tracks",
                "identifies",
                "product_added",
                "checkout_step_completed",
                "order_completed")
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

  /** A row a device: id, user_id, anonymous_id, timestamp, email, gender, birthday, and so on. */
  @Test
  void isToldOnceADeviceWhoSomebodyIs() {
    List<String[]> identifies = tables.get("identifies");

    assertThat(identifies.stream().map(row -> row[2])).doesNotHaveDuplicates();
    assertThat(identifies)
        .allMatch(row -> row[1].length() == 32 && row[4].matches("[a-z]+[0-9]+@example[.]com"))
        .allMatch(row -> row[6].isEmpty() || row[6].compareTo("1935") > 0)
        .allMatch(row -> row[6].isEmpty() || row[6].compareTo("2006") < 0);
    assertThat(identifies.stream().map(row -> row[9]).distinct().toList())
        .contains("Windows PC", "iPhone", "Android phone");
    assertThat(identifies.stream().map(row -> row[10]).distinct().toList())
        .contains("", "google", "newsletter");
    assertThat(identifies.stream().map(row -> row[1]).collect(Collectors.toSet()))
        .containsAll(tables.get("order_completed").stream().map(row -> row[1]).toList());
  }

  @Test
  void knowsSomebodyByTheSameWordsOnEachDevice() {
    tables.get("identifies").stream()
        .collect(Collectors.groupingBy(row -> row[1]))
        .values()
        .forEach(
            rows ->
                assertThat(rows.stream().map(row -> List.of(row).subList(4, 9)).distinct())
                    .hasSize(1));
  }

  /** What a line costs is what the product costs in the cart; the rest of a total is shipping. */
  @Test
  void sellsWhatIsInTheCart() {
    Map<String, String> prices =
        tables.get("product_added").stream()
            .collect(Collectors.toMap(row -> row[5], row -> row[7], (one, same) -> one));

    for (String[] order : tables.get("order_completed")) {
      String products = String.join(",", List.of(order).subList(6, order.length));
      Matcher lines = LINE.matcher(products);
      double sum = 0;
      while (lines.find()) {
        assertThat(prices).containsEntry(lines.group(1), lines.group(2));
        sum += Double.parseDouble(lines.group(2)) * Integer.parseInt(lines.group(3));
      }
      assertThat(sum).isPositive().isLessThanOrEqualTo(Double.parseDouble(order[5]) + 1e-9);
    }
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
