package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of {@code docs/attributes.md} gives what the page shows. */
class AttributesDocumentationTest {
  private static final Pattern EVENTS = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern YAML =
      Pattern.compile("```yaml\\n(context:\\n  - .*?)```", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z_0-9]+)` \\|([^|]*)\\|([^|]*)\\|[^|]*\\|$");

  @TempDir Path folder;

  @Test
  void givesWhatThePageShows() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "attributes.md"));
    Map<String, List<String>> shown = new TreeMap<>();
    for (MatchResult row : ROW.matcher(page).results().toList()) {
      shown.put(row.group(1), List.of(row.group(2).strip(), row.group(3).strip()));
    }
    TestShop shop = new TestShop(folder);
    Files.writeString(
        shop.files().data().resolve("raw.customer_events.ndjson"), found(EVENTS, page));
    Files.writeString(
        shop.files().projectFile(),
        """
        project: shop
        window: {end_date: 2023-12-31}
        sources:
          crm: {kind: customer_events}
        identity:
          identifiers: [{name: user_id, priority: 1, from: {crm: payload.user}}]
        """
            + found(YAML, page));

    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(shown).hasSize(24);
      assertThat(calculated(cloud)).isEqualTo(shown);
      assertThat(cloud.note("attributes"))
          .endsWith(
              "Values that are no numbers were left out: 1 of average, 1 of best_device, 1 of spent,"
                  + " 1 of spent_in_version_1, 1 of top_by_spending.");
      assertThat(
              cloud.rows(
                  "select average, number_of_devices, devices, day_of_last_order, share, many_of"
                      + " from tributary.profile_attributes_wide order by share desc"))
          .containsExactly(
              List.of(
                  "39.833333",
                  "2",
                  "[\"phone\",\"tablet\"]",
                  "2023-05-03 00:00:00",
                  "0.6",
                  "[\"A1\",\"B2\"]"),
              java.util.Arrays.asList(
                  "3.0", "2", "[\"laptop\",\"watch\"]", "2023-05-03 00:00:00", "0.4", null));
    }
  }

  private static String found(Pattern block, String page) {
    var found = block.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Map<String, List<String>> calculated(TestCloud cloud) {
    Map<String, List<String>> calculated = new TreeMap<>();
    cloud
        .rows(
            "select attributes.attribute_id, identities.identifier, attributes.value"
                + " from tributary.profile_attributes as attributes"
                + " inner join tributary.identity_map as identities"
                + " on attributes.profile_id = identities.profile_id order by 1, 2, 3")
        .forEach(
            row -> {
              List<String> values =
                  calculated.computeIfAbsent(row.get(0), id -> new ArrayList<>(List.of("", "")));
              int person = row.get(1).equals("ada") ? 0 : 1;
              String before = values.get(person);
              values.set(person, before.isEmpty() ? row.get(2) : before + ", " + row.get(2));
            });
    return calculated;
  }
}
