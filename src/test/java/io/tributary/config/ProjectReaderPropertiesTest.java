package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProjectReaderPropertiesTest {
  private static final List<String> WHOLE =
      """
      project: shop
      timezone: Europe/Berlin
      raw_schema: landing
      schema: marketing
      window:
        start_date: 2023-01-01
        end_date: 2023-12-31
      sources:
        orders:
          kind: conversions
          table: erp.orders
          columns:
            revenue: gross
        sessions:
          kind: session_sources
      attribution:
        journeys:
          lookback_days: 30
          boundary: exclusive
          max_sessions_per_journey: 100
        cost_scope: journeys
        direct_channels: "^(direct|none)$"
        half_life_days: 2.5
        position_weights: [50, 10, 40]
        fallback: time_decay
        models: [linear, ihc]
        ihc:
          conv_type_id: my_type
          api_key_secret: other/key
          max_journeys_per_request: 10
          max_sessions_per_request: 20
          requests_per_second: 0.5
          max_concurrency: 3
          answers_max_age: 12h
          endpoint: https://attribution.example.com/base
      keep_runs: 2
      publish: false
      """
          .lines()
          .toList();

  /** Source names are the user's own, so a slip in one is none. */
  private static final Set<String> OWN_NAMES = Set.of("orders", "sessions");

  private static final String SYNTAX = "abz019 \n\n\t-:{}[],&*!|>'\"%@`#?~<.=\\\u0000\uFEFF\u00e9";

  record Slip(int line, String key) {
    String text() {
      List<String> lines = new ArrayList<>(WHOLE);
      String before = lines.get(line);
      int colon = before.indexOf(':');
      int start = before.length() - before.stripLeading().length();
      lines.set(line, before.substring(0, start) + key + before.substring(colon));
      return String.join("\n", lines);
    }
  }

  @Property
  void reportsEverySlipInAKeyWithItsLine(@ForAll @From("slips") Slip slip) {
    List<Problem> problems = ProjectReader.read("tributary.yaml", slip.text()).problems();

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(slip.line() + 1);
              assertThat(problem.message()).contains(slip.key()).endsWith("?");
            });
  }

  @Property
  void neverThrowsWhateverTheText(@ForAll @From("texts") String text) {
    assertReadOrRefused(text);
  }

  @Property
  void neverThrowsWhateverIsChangedInAGoodFile(@ForAll @From("changedFiles") String text) {
    assertReadOrRefused(text);
  }

  @Property
  void neverThrowsWhateverTheValueOfAKey(@ForAll @From("changedValues") String text) {
    assertReadOrRefused(text);
  }

  @Property
  void neverThrowsWhateverTheBytes(@ForAll byte[] bytes) {
    ProjectFile file = ProjectReader.read("tributary.yaml", bytes);

    assertThat(file.project().isPresent()).isEqualTo(file.problems().isEmpty());
  }

  @Provide
  Arbitrary<Slip> slips() {
    Arbitrary<Integer> lines =
        Arbitraries.integers()
            .between(0, WHOLE.size() - 1)
            .filter(line -> !OWN_NAMES.contains(keyOf(line)));
    return Combinators.combine(lines, Arbitraries.integers(), Arbitraries.chars().range('a', 'z'))
        .as((line, place, letter) -> new Slip(line, slip(keyOf(line), place, letter)))
        .filter(slip -> !isKnown(slip.key()));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.strings().withChars(SYNTAX.toCharArray()).ofMaxLength(60));
  }

  @Provide
  Arbitrary<String> changedFiles() {
    String whole = String.join("\n", WHOLE);
    Arbitrary<Integer> places = Arbitraries.integers().between(0, whole.length());
    Arbitrary<String> pieces = Arbitraries.strings().withChars(SYNTAX.toCharArray()).ofMaxLength(4);
    return Combinators.combine(places, Arbitraries.integers().between(0, 5), pieces)
        .as(
            (place, length, piece) ->
                whole.substring(0, place)
                    + piece
                    + whole.substring(Math.min(whole.length(), place + length)));
  }

  @Provide
  Arbitrary<String> changedValues() {
    Arbitrary<String> values =
        Arbitraries.of(
            "",
            "0",
            "-1",
            "1e9",
            "999999999999999999999",
            ".nan",
            "true",
            "~",
            "''",
            "[]",
            "{}",
            "[1, x]",
            "{a: 1}",
            "now",
            "!!int x",
            "!!float x",
            "!!bool x",
            "!!null x",
            "|\n x",
            "http://",
            "://",
            "a:b@c",
            "https://[::",
            "(((",
            "[a-",
            "a{9999}",
            "../..",
            "raw.x");
    Arbitrary<Integer> lines = Arbitraries.integers().between(0, WHOLE.size() - 1);
    return Combinators.combine(lines, values)
        .as(
            (line, value) -> {
              List<String> changed = new ArrayList<>(WHOLE);
              String before = changed.get(line);
              changed.set(line, before.substring(0, before.indexOf(':') + 1) + " " + value);
              return String.join("\n", changed);
            });
  }

  private static void assertReadOrRefused(String text) {
    ProjectFile file = ProjectReader.read("tributary.yaml", text);

    assertThat(file.project().isPresent()).isEqualTo(file.problems().isEmpty());
    assertThat(file.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isBetween(0, 1 + (int) text.lines().count());
              assertThat(problem.message()).isNotBlank().doesNotContain("\n");
            });
  }

  private static String keyOf(int line) {
    String text = WHOLE.get(line).strip();
    return text.substring(0, text.indexOf(':'));
  }

  /** One letter left out, added or changed. */
  private static String slip(String key, int place, char letter) {
    int at = Math.floorMod(place, key.length());
    return switch (Math.floorMod(place / key.length(), 3)) {
      case 0 -> key.substring(0, at) + key.substring(at + 1);
      case 1 -> key.substring(0, at) + letter + key.substring(at);
      default -> key.substring(0, at) + letter + key.substring(at + 1);
    };
  }

  private static boolean isKnown(String key) {
    return mentions(ProjectSchema.json(), key)
        || SourceKind.CONVERSIONS.columns().stream().anyMatch(column -> column.name().equals(key));
  }

  private static boolean mentions(JsonNode schema, String key) {
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (entry.getKey().equals(key) || mentions(entry.getValue(), key)) {
        return true;
      }
    }
    return false;
  }
}
