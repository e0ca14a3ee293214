package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tributary.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProjectReaderTest {
  private static final String SMALL =
      """
      project: shop
      sources:
        orders: {kind: conversions}
        sessions: {kind: session_sources}
      """;
  private static final String WHOLE =
      """
      project: shop
      timezone: Europe/Berlin
      raw_schema: landing
      schema: marketing
      window: {start_date: 2023-01-01, end_date: 2023-12-31T12:00}
      sources:
        orders: {kind: conversions, table: erp.orders, columns: {revenue: gross}}
        sessions: {kind: session_sources}
        costs: {kind: session_costs}
        spend: {kind: channel_costs}
      attribution:
        journeys: {lookback_days: 30, boundary: exclusive, max_sessions_per_journey: 100}
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
          redistribution_parameter: {direct: {share: 0.5, to: [a, b]}}
          endpoint: https://attribution.example.com/base
      keep_runs: 2
      publish: false
      """;

  @Test
  void fillsInEveryDefaultOfASmallFile() {
    assertThat(project(SMALL))
        .isEqualTo(
            new Project(
                "shop",
                ZoneId.of("UTC"),
                "raw",
                "tributary",
                new Window(Optional.empty(), "now"),
                List.of(
                    new Source("orders", SourceKind.CONVERSIONS, "raw.conversions", Map.of()),
                    new Source(
                        "sessions", SourceKind.SESSION_SOURCES, "raw.session_sources", Map.of())),
                Optional.empty(),
                new Context(List.of(), Duration.ofHours(24)),
                new Attributes(List.of(), Duration.ofHours(48)),
                Optional.empty(),
                Sessions.BY_DEFAULT,
                Optional.of(attributionByDefault()),
                5,
                true));
  }

  @Test
  void takesEveryKeyOfAWholeFile() {
    assertThat(project(WHOLE))
        .isEqualTo(
            new Project(
                "shop",
                ZoneId.of("Europe/Berlin"),
                "landing",
                "marketing",
                new Window(Optional.of("2023-01-01"), "2023-12-31T12:00"),
                List.of(
                    new Source(
                        "orders", SourceKind.CONVERSIONS, "erp.orders", Map.of("revenue", "gross")),
                    new Source(
                        "sessions",
                        SourceKind.SESSION_SOURCES,
                        "landing.session_sources",
                        Map.of()),
                    new Source(
                        "costs", SourceKind.SESSION_COSTS, "landing.session_costs", Map.of()),
                    new Source(
                        "spend", SourceKind.CHANNEL_COSTS, "landing.channel_costs", Map.of())),
                Optional.empty(),
                new Context(List.of(), Duration.ofHours(24)),
                new Attributes(List.of(), Duration.ofHours(48)),
                Optional.empty(),
                Sessions.BY_DEFAULT,
                Optional.of(wholeAttribution()),
                2,
                false));
  }

  @Test
  void survivesTheWayThroughJson() {
    Project project = project(WHOLE);

    assertThat(Json.read(Json.bytes(project), Project.class)).isEqualTo(project);
  }

  @Test
  void hasNoAttributionWithoutConversionsAndSessions() {
    Project project =
        project(
            """
            project: shop
            sources: {orders: {kind: conversions}, spend: {kind: channel_costs}}
            identity: {identifiers: [{name: user_id, priority: 1, from: {orders: user_id}}]}
            """);

    assertThat(project.attribution()).isEmpty();
  }

  /** What is hashed of a project must be the same in every process. */
  @Test
  void keepsTheOrderOfTheFile() {
    Project project =
        project(SMALL + "attribution: {ihc: {redistribution_parameter: {z: 1, b: 2, y: 3, a: 4}}}");

    assertThat(project.attribution().orElseThrow().ihc().redistributionParameter())
        .containsExactly(entry("z", 1), entry("b", 2), entry("y", 3), entry("a", 4));
  }

  @Test
  void readsPlainTextThatOlderYamlTakesForSomethingElse() {
    Project project = project(SMALL.replace("shop", "yes") + "window: {end_date: 2023-12-31}\n");

    assertThat(project.name()).isEqualTo("yes");
    assertThat(project.window().endDate()).isEqualTo("2023-12-31");
  }

  @Test
  void unfoldsAFewAliases() {
    Project project =
        project(
            "project: &name shop\nsources: {orders: {kind: conversions}, visits: {kind: session_sources, table: raw.visits}}\nattribution: {ihc: {conv_type_id: *name}}\n");

    assertThat(project.attribution().orElseThrow().ihc().convTypeId()).isEqualTo("shop");
  }

  @Test
  void needsNoConversionTypeOfAServiceThatIsNotAsked() {
    Project project =
        project(
            SMALL + "attribution: {models: [linear], ihc: {endpoint: http://127.0.0.1:9000}}\n");

    assertThat(project.attribution().orElseThrow().models()).containsExactly(Model.LINEAR);
  }

  @Test
  void acceptsARecordingInAFolderOfTheProject() {
    Project project = project(SMALL + "attribution: {ihc: {recording: answers/of..may.ndjson}}\n");

    assertThat(project.attribution().orElseThrow().ihc().recording())
        .contains("answers/of..may.ndjson");
  }

  private static Attribution attributionByDefault() {
    return new Attribution(
        new Journeys(OptionalInt.empty(), Journeys.Boundary.INCLUSIVE, OptionalInt.empty()),
        CostScope.ALL,
        "^direct",
        7,
        List.of(40, 20, 40),
        Model.LINEAR,
        List.of(Model.values()),
        new Ihc(
            "default",
            "tributary/ihc",
            100,
            200,
            10,
            10,
            Duration.ofDays(30),
            Map.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Attribution wholeAttribution() {
    return new Attribution(
        new Journeys(OptionalInt.of(30), Journeys.Boundary.EXCLUSIVE, OptionalInt.of(100)),
        CostScope.JOURNEYS,
        "^(direct|none)$",
        2.5,
        List.of(50, 10, 40),
        Model.TIME_DECAY,
        List.of(Model.LINEAR, Model.IHC),
        new Ihc(
            "my_type",
            "other/key",
            10,
            20,
            0.5,
            3,
            Duration.ofHours(12),
            Map.of("direct", Map.of("share", 0.5, "to", List.of("a", "b"))),
            Optional.of(URI.create("https://attribution.example.com/base")),
            Optional.empty()));
  }

  private static Project project(String text) {
    ProjectFile file = ProjectReader.read("tributary.yaml", text);
    assertThat(file.problems()).isEmpty();
    return file.project().orElseThrow();
  }
}
