package io.tributary.local.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.UserException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ShopGeneratorTest {
  private static final List<String> FILES =
      List.of(
          "tributary.yaml",
          "data/raw.session_sources.csv",
          "data/raw.conversions.csv",
          "data/raw.session_costs.csv",
          "data/raw.channel_costs.csv",
          "data/raw.pages.csv",
          "data/raw.tracks.csv",
          "data/raw.identifies.csv",
          "data/raw.product_added.csv",
          "data/raw.checkout_step_completed.csv",
          "data/raw.order_completed.csv");

  @TempDir Path folder;

  @Test
  void writesTheSameBytesForTheSameSettings() throws IOException {
    Path one = generate("one", 200, 40, 7);
    Path same = generate("same", 200, 40, 7);
    Path other = generate("other", 200, 40, 8);

    for (String file : FILES) {
      assertThat(same.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
      assertThat(Files.mismatch(one.resolve(file), other.resolve(file))).as(file).isNotNegative();
    }
  }

  @Test
  void sumsUpWhatItWrote() throws IOException {
    ShopSummary summary =
        ShopGenerator.generate(folder.resolve("shop"), ShopSettings.of(200, 40, 7));

    Shop shop = Shop.read(summary.directory());
    assertThat(summary.users()).isEqualTo(200).isEqualTo(shop.byUser().size());
    assertThat(summary.sessions()).isEqualTo(shop.sessions().size());
    assertThat(summary.conversions()).isEqualTo(shop.orders().size());
    assertThat(summary.revenue())
        .isEqualTo(shop.orders().stream().map(Shop.Order::revenue).reduce(BigDecimal::add).get());
  }

  @Test
  void writesAProjectFileForExactlyItsDays() throws IOException {
    Path shop = generate("shop", 5, 31, 7);

    String text = Files.readString(shop.resolve("tributary.yaml"));
    Map<String, Object> project = new Yaml().load(text);

    assertThat(text).contains("tributary generate --users 5 --days 31 --seed 7");
    assertThat(text).contains("window: {start_date: 2023-12-01, end_date: 2023-12-31}");
    assertThat(project)
        .containsOnlyKeys("project", "timezone", "window", "sources", "features", "attribution");
    assertThat(project.get("sources"))
        .isEqualTo(
            Map.of(
                "conversions", source("conversions"),
                "sessions", source("session_sources"),
                "costs", source("session_costs"),
                "ad_spend", source("channel_costs"),
                "pages", source("pages"),
                "tracks", source("tracks"),
                "identifies", source("identifies"),
                "carts", source("product_added"),
                "checkouts", source("checkout_step_completed"),
                "orders", source("order_completed")));
    assertThat(project.get("features")).isEqualTo(Map.of("lookback_days", List.of(7, 30, 90)));
    assertThat(project.get("attribution"))
        .isEqualTo(
            Map.of(
                "journeys",
                Map.of("lookback_days", 30),
                "models",
                List.of(
                    "ihc",
                    "first_touch",
                    "last_touch",
                    "last_non_direct",
                    "linear",
                    "time_decay",
                    "position_based")));
  }

  @Test
  void writesOverAFolderThatItGenerated() throws IOException {
    Path shop = generate("shop", 5, 31, 7);
    generate("shop", 6, 31, 7);

    assertThat(Files.readString(shop.resolve("tributary.yaml"))).contains("--users 6");
    assertThat(Shop.read(shop).byUser()).hasSize(6);
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThat(generate("empty", 1, 1, 7).resolve("tributary.yaml")).exists();
  }

  @Test
  void refusesAFolderThatHoldsSomethingElse() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("tributary.yaml"), "project: mine\n");
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> generate("mine", 1, 1, 7))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is not empty and was not generated: name a new folder");
    assertThat(mine.resolve("tributary.yaml")).hasContent("project: mine\n");
    assertThatThrownBy(() -> generate("file", 1, 1, 7)).hasMessageContaining("is a file");
    assertThatThrownBy(() -> ShopGenerator.generate(file.resolve("x"), ShopSettings.of(1, 1, 7)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void refusesAShopWithoutUsersOrDays() {
    assertThatThrownBy(() -> ShopSettings.of(0, 1, 7))
        .isInstanceOf(UserException.class)
        .hasMessage("A shop needs at least 1 user, not 0: set --users.");
    assertThatThrownBy(() -> ShopSettings.of(1, 0, 7)).hasMessageContaining("not 0: set --days");
    assertThatThrownBy(() -> ShopSettings.of(1, 3661, 7)).hasMessageContaining("1 to 3660 days");
  }

  private Path generate(String name, int users, int days, long seed) {
    return ShopGenerator.generate(folder.resolve(name), ShopSettings.of(users, days, seed))
        .directory();
  }

  private static Map<String, String> source(String kind) {
    return Map.of("kind", kind, "table", "raw." + kind);
  }
}
