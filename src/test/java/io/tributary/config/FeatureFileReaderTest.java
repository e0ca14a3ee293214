package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definition files of features, and what is wrong with them. */
class FeatureFileReaderTest {
  private static List<String> problems(String... lines) {
    return FeatureFileReader.read(
            "features/own.yaml",
            ("features:\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void takesAFeatureOfFourLines() {
    FeatureFileReader.Read read =
        FeatureFileReader.read(
            "features/own.yaml",
            """
            features:
              - name: pricing_views_in_past_{n}_days
                source: pages
                aggregation: count
                filter: path = '/pricing'
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(read.problems()).isEmpty();
    assertThat(read.rules()).hasSize(1);
    assertThat(read.rules().get(0).aggregation()).contains(Aggregation.COUNT);
  }

  @Test
  void saysEveryMistakeWithItsLineAndTheMend() {
    assertThat(
            problems(
                "  - {name: my views, source: pages, aggregation: count}",
                "  - {name: a, source: pages, aggregation: cuont}",
                "  - {name: b, aggregation: count}",
                "  - {name: c, source: pages}",
                "  - {name: d, source: pages, aggregation: sum}",
                "  - {name: e, source: pages, aggregation: count, windows: [7, 0]}",
                "  - {name: f, source: pages, aggregation: count, windows: [100000]}",
                "  - {name: g, source: pages, aggregation: count, windows: [7, 30]}",
                "  - {name: h, source: pages, aggregation: count, by: '1'}",
                "  - {name: i, source: pages, aggregation: most_frequent_by, value: path}",
                "  - {name: j, formula: a + 1, source: pages}",
                "  - {name: k, source: pages, aggregation: count, filter: 'path = '}",
                "  - {name: l, source: pages, aggregation: sum, value: '1', max_size: 3}",
                "  - {name: m, source: pages, aggregation: count, type: array}"))
        .satisfiesExactly(
            said -> assertThat(said).startsWith("features/own.yaml:2: ").contains("\"my views\""),
            said ->
                assertThat(said)
                    .startsWith("features/own.yaml:3: ")
                    .contains("did you mean `count`?"),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:4: The feature `b` has no `source`; add it, or write a `formula`."),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:5: The feature `c` has no `aggregation`; add it, or write a `formula`."),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:6: The feature `d` of aggregation `sum` has no `value`; add it."),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:7: `features.5.windows` has to be at least 1, not 0."),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:8: `features.6.windows` has to be at most 36500, not 100000."),
            said ->
                assertThat(said)
                    .startsWith(
                        "features/own.yaml:9: Its 2 windows would give features of one name; write {n}"),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:10: Only `most_frequent_by` sums something for each value; remove `by`."),
            said ->
                assertThat(said).startsWith("features/own.yaml:11: The feature `i` has no `by`"),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:12: A formula is all there is to it; remove `source`."),
            said ->
                assertThat(said)
                    .startsWith("features/own.yaml:13: The expression `path = `, character 8")
                    .contains("Expected a value"),
            said ->
                assertThat(said)
                    .startsWith("features/own.yaml:14: Only `list`, `most_frequent` and"),
            said ->
                assertThat(said)
                    .isEqualTo(
                        "features/own.yaml:15: Only the aggregation `list` gives an array; remove `type`."));
  }

  @Test
  void saysThatAFileIsNone() {
    assertThat(FeatureFileReader.read("features/own.yaml", new byte[] {(byte) 0xff}).problems())
        .hasSize(1);
    assertThat(read(""))
        .containsExactly(
            "features/own.yaml: The file is empty; write a list `features` into it, or remove it.");
    assertThat(read("- {name: a}"))
        .containsExactly(
            "features/own.yaml:1: The file has to be a mapping of keys to values, such as `features: [...]`.");
    assertThat(read("features: {a: b}"))
        .containsExactly("features/own.yaml:1: `features` has to be a list, not a mapping.");
    assertThat(problems("  - 3")).hasSize(1);
  }

  @Test
  void takesWhatIsRightBesideWhatIsWrong() {
    FeatureFileReader.Read read =
        FeatureFileReader.read(
            "features/own.yaml",
            """
            features:
              - {name: a, source: pages, aggregation: cuont}
              - {name: b, source: page, aggregation: count}
              - {name: c, formula: a + 1}
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(read.problems()).hasSize(1);
    assertThat(read.rules()).extracting(FeatureRule::name).containsExactly("b");
  }

  private static List<String> read(String text) {
    return FeatureFileReader.read("features/own.yaml", text.getBytes(StandardCharsets.UTF_8))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
