package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.generate.ShopGenerator;
import io.tributary.local.generate.ShopSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows give the same published bytes, in whatever order they come. */
class SamenessTest {
  @TempDir Path folder;

  @Test
  void givesTheSameTablesWhateverTheOrderOfRows() throws IOException {
    String first = published("one");
    Path other = generated("other");
    try (Stream<Path> files = Files.walk(other.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        shuffle(file);
      }
    }

    assertThat(publishedOf(other)).isEqualTo(first);
    assertThat(first.lines().filter(line -> line.contains("time_decay")).count()).isPositive();
  }

  private String published(String name) {
    return publishedOf(generated(name));
  }

  private Path generated(String name) {
    Path shop = folder.resolve(name);
    ShopGenerator.generate(shop, ShopSettings.of(60, 30, 7));
    return shop;
  }

  private static String publishedOf(Path shop) {
    try (var cloud = TestCloud.start(new TestShop(shop)).succeed()) {
      return cloud.published();
    }
  }

  private static void shuffle(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() > 2) {
      Collections.shuffle(lines.subList(1, lines.size()), new Random(11));
      Files.write(file, lines);
    }
  }
}
