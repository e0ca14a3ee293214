package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values of a campaign in addresses, as {@link URLEncoder} and people write them. */
class CampaignValuesTest {
  private static final List<String> NAMES =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "gclid",
          "fbclid",
          "msclkid");

  private static final Pattern ESCAPE = Pattern.compile("%..");

  @TempDir Path folder;

  @Test
  void areWhatWasEncoded() {
    var random = new Random(7);
    List<List<String>> meant = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (int page = 0; page < 40; page++) {
      List<String> values = NAMES.stream().map(name -> value(random)).toList();
      meant.add(values.stream().map(value -> value.isBlank() ? null : value.strip()).toList());
      boolean isSmall = random.nextBoolean();
      addresses.add(
          IntStream.range(0, NAMES.size())
              .mapToObj(n -> NAMES.get(n) + "=" + encoded(values.get(n), isSmall))
              .collect(Collectors.joining("&", "https://shop.example/?", "#top")));
    }

    assertThat(seen(addresses)).containsExactlyElementsOf(meant);
  }

  @Test
  void stayAsTheyAreWhereTheyAreNotEscaped() {
    assertThat(
            seen(
                List.of(
                    "https://shop.example/?utm_source=caf%C3%A9&utm_medium=50%&utm_term=%2526&gclid=+",
                    "https://shop.example/?&&utm_source=a%26&utm_medium=%26&utm_campaign=%",
                    "https://shop.example/?not_utm_source=a&utm_term=b=c")))
        .containsExactly(
            values("caf%C3%A9", "50%", null, "%26"),
            values("a&", "&", "%", null),
            values(null, null, null, "b=c"));
  }

  private static List<String> values(String source, String medium, String campaign, String term) {
    return Arrays.asList(source, medium, campaign, term, null, null, null, null);
  }

  /** Visible ASCII and spaces, but no backslash; often nothing, often with a percent sign. */
  private static String value(Random random) {
    return random
        .ints(random.nextInt(3) * 4L, ' ', '~' + 1)
        .map(c -> c == '\\' || random.nextInt(5) == 0 ? '%' : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String encoded(String value, boolean isSmall) {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return isSmall
        ? ESCAPE.matcher(encoded).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT))
        : encoded;
  }

  /** The values of one session an address, in their order. */
  private List<List<String>> seen(List<String> addresses) {
    List<String> lines = new ArrayList<>();
    for (int page = 0; page < addresses.size(); page++) {
      lines.add("p%1$03d,u%1$03d,2023-01-01 10:00:00,%2$s".formatted(page, addresses.get(page)));
    }
    var shop =
        new TestShop(folder)
            .table("raw.pages.csv", "id,user_id,timestamp,url", lines.toArray(String[]::new))
            .projectFile(
                """
                project: shop
                window: {end_date: 2023-01-31}
                sources: {pages: {kind: pages}}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      return cloud.rows(
          "select "
              + String.join(", ", NAMES)
              + " from tributary.web_sessions order by profile_id");
    }
  }
}
