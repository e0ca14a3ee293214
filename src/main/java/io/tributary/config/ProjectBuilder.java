package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Makes a project's records of checked values in which every default is filled in. */
final class ProjectBuilder {
  private ProjectBuilder() {}

  static Project project(JsonNode values, List<Source> sources) {
    return new Project(
        values.get("project").textValue(),
        ZoneId.of(values.get("timezone").textValue()),
        values.get("raw_schema").textValue(),
        values.get("schema").textValue(),
        window(values.get("window")),
        sources,
        identity(values),
        AttributesBuilder.context(values),
        AttributesBuilder.attributes(values),
        FeaturesBuilder.features(values),
        sessions(values.get("sessions")),
        feedsAttribution(sources)
            ? Optional.of(attribution(values.get("attribution")))
            : Optional.empty(),
        values.get("keep_runs").intValue(),
        values.get("publish").booleanValue());
  }

  /** The sources that can be read, whatever else is wrong with the file. */
  static List<Source> sources(JsonNode values) {
    List<Source> sources = new ArrayList<>();
    String rawSchema = values.path("raw_schema").asText("raw");
    values
        .path("sources")
        .properties()
        .forEach(
            entry ->
                SourceKind.of(entry.getValue().path("kind").asText())
                    .map(kind -> source(entry.getKey(), kind, entry.getValue(), rawSchema))
                    .ifPresent(sources::add));
    return sources;
  }

  /** Identity, where the file has it. */
  static Optional<Identity> identity(JsonNode values) {
    return values.has("identity")
        ? Optional.of(IdentityBuilder.identity(values.get("identity")))
        : Optional.empty();
  }

  static Window window(JsonNode window) {
    return new Window(text(window, "start_date"), window.get("end_date").textValue());
  }

  private static Source source(String name, SourceKind kind, JsonNode source, String rawSchema) {
    Map<String, String> columns = new LinkedHashMap<>();
    source
        .path("columns")
        .properties()
        .forEach(column -> columns.put(column.getKey(), column.getValue().asText()));
    String table = text(source, "table").orElse(rawSchema + "." + kind.label());
    return new Source(name, kind, table, columns);
  }

  private static boolean feedsAttribution(List<Source> sources) {
    List<SourceKind> kinds = sources.stream().map(Source::kind).toList();
    return kinds.stream().anyMatch(SourceKind::converts)
        && kinds.stream().anyMatch(SourceKind::hasChannel);
  }

  private static Sessions sessions(JsonNode sessions) {
    return new Sessions(
        sessions.get("gap_seconds").intValue(),
        entries(
            sessions.get("channels"),
            rule -> new ChannelRule(rule.get("channel").asText(), rule.get("when").asText())),
        sessions.get("default_channels").booleanValue(),
        entries(sessions.get("dimensions"), JsonNode::textValue));
  }

  private static Attribution attribution(JsonNode attribution) {
    JsonNode journeys = attribution.get("journeys");
    return new Attribution(
        new Journeys(
            whole(journeys, "lookback_days"),
            Journeys.Boundary.valueOf(upper(journeys, "boundary")),
            whole(journeys, "max_sessions_per_journey")),
        CostScope.valueOf(upper(attribution, "cost_scope")),
        attribution.get("direct_channels").textValue(),
        attribution.get("half_life_days").doubleValue(),
        entries(attribution.get("position_weights"), JsonNode::intValue),
        Model.of(attribution.get("fallback").textValue()).orElseThrow(),
        entries(attribution.get("models"), model -> Model.of(model.textValue()).orElseThrow()),
        ihc(attribution.get("ihc")));
  }

  private static Ihc ihc(JsonNode ihc) {
    Map<String, Object> redistribution = new LinkedHashMap<>();
    ihc.get("redistribution_parameter")
        .properties()
        .forEach(
            entry ->
                redistribution.put(
                    entry.getKey(), Json.MAPPER.convertValue(entry.getValue(), Object.class)));
    return new Ihc(
        ihc.get("conv_type_id").textValue(),
        ihc.get("api_key_secret").textValue(),
        ihc.get("max_journeys_per_request").intValue(),
        ihc.get("max_sessions_per_request").intValue(),
        ihc.get("requests_per_second").doubleValue(),
        ihc.get("max_concurrency").intValue(),
        age(ihc.get("answers_max_age").textValue()),
        redistribution,
        text(ihc, "endpoint").map(URI::create),
        text(ihc, "recording"));
  }

  static Duration age(String written) {
    long amount = Long.parseLong(written.substring(0, written.length() - 1));
    return switch (written.charAt(written.length() - 1)) {
      case 'd' -> Duration.ofDays(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'm' -> Duration.ofMinutes(amount);
      default -> throw new IllegalArgumentException("Not an age: " + written);
    };
  }

  private static Optional<String> text(JsonNode values, String key) {
    return Optional.ofNullable(values.path(key).textValue());
  }

  private static OptionalInt whole(JsonNode values, String key) {
    JsonNode value = values.get(key);
    return value.isNull() ? OptionalInt.empty() : OptionalInt.of(value.intValue());
  }

  private static String upper(JsonNode values, String key) {
    return values.get(key).textValue().toUpperCase(Locale.ROOT);
  }

  private static <T> List<T> entries(JsonNode array, Function<JsonNode, T> entry) {
    return StreamSupport.stream(array.spliterator(), false).map(entry).toList();
  }
}
