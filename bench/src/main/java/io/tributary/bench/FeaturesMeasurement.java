package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.Pipeline;
import io.tributary.config.BoundSource;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.config.Source;
import io.tributary.features.FeaturesStage;
import io.tributary.json.Json;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.run.Bootstrap;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stage of features beside SQL by hand over the same staged events, and 52 as-of times. */
final class FeaturesMeasurement {
  private static final int EVENTS_A_PROFILE = 12;
  private static final List<Integer> LOOKBACKS = List.of(7, 30, 90, 365);
  private static final String PROJECT =
      """
      project: bench
      sources:
        tracks: {kind: tracks}
        pages: {kind: pages}
        identifies: {kind: identifies}
        product_added: {kind: product_added}
        checkout_step_completed: {kind: checkout_step_completed}
        order_completed: {kind: order_completed}
      features: %s
      """;

  private final Path folder;
  private final SqlTemplates sql = new SqlTemplates();

  FeaturesMeasurement(Path folder) {
    this.folder = folder;
  }

  /** The stage at one as-of time beside the same by hand, and over one event in a hundred more. */
  JsonNode measure(long events) throws IOException {
    return measured(
        events,
        (cloud, figures) -> {
          StageContext once = first(cloud, events, figures);
          if (ByHand.takes(events)) {
            timed(figures, "by_hand", () -> byHand(once));
          }
          figures.put("peak_bytes", Machine.peakMemory());
          if (ByHand.takes(events)) {
            Rows compared =
                once.query("bench/compared_features.sql", ComparedFeatures.columns(LOOKBACKS));
            figures.put("rows", compared.number(0, 0));
            figures.put("different", compared.number(0, 1));
          }
          StageContext more = context(cloud, 2, "{}");
          stage(more, events + events / 100, events / EVENTS_A_PROFILE);
          timed(figures, "more", () -> byStage(more));
        });
  }

  /** The stage at one as-of time, and at one a week for a year. */
  JsonNode measureSeries(long events) throws IOException {
    return measured(
        events,
        (cloud, figures) -> {
          first(cloud, events, figures);
          StageContext weekly = context(cloud, 2, "{as_of: {every: 7d, from: 2023-01-09}}");
          stage(weekly, events, events / EVENTS_A_PROFILE);
          timed(figures, "series", () -> byStage(weekly));
          Rows counts = weekly.query("features/counts.sql", Map.of());
          figures.put("series_rows", counts.number(0, 0));
          figures.put("series_times", counts.number(0, 2));
          figures.put("peak_bytes", Machine.peakMemory());
        });
  }

  private interface Measurements {
    void take(LocalCloud cloud, ObjectNode figures) throws IOException;
  }

  private JsonNode measured(long events, Measurements measurements) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("tributary.yaml"), PROJECT.formatted("{}"));
    ProjectFiles files = new ProjectFiles(folder);
    try (LocalCloud cloud = LocalCloud.start(files, Optional.empty(), CloudSettings.usual())) {
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("events", events);
      figures.put("profiles", events / EVENTS_A_PROFILE);
      measurements.take(cloud, figures);
      return figures;
    }
  }

  private StageContext first(LocalCloud cloud, long events, ObjectNode figures) {
    StageContext once = context(cloud, 1, "{}");
    new Bootstrap(cloud.pipeline().warehouse(), sql, Pipeline.SCHEMA)
        .ensure(once.plan().project().schema());
    stage(once, events, events / EVENTS_A_PROFILE);
    timed(figures, "stage", () -> byStage(once));
    return once;
  }

  /** Puts the seconds that went by and those of the processor. */
  private static void timed(ObjectNode figures, String what, Runnable work) {
    Stopwatch watch = Stopwatch.started();
    double processor = Machine.processorSeconds();
    work.run();
    figures.put(what + "_seconds", watch.seconds());
    figures.put(what + "_processor_seconds", Machine.processorSeconds() - processor);
  }

  /** Every transaction of the stage, the writing of the rows included. */
  private static void byStage(StageContext context) {
    for (StagePart part : new FeaturesStage().parts()) {
      part.batch(context).ifPresent(batch -> context.warehouse().run("features", batch));
    }
  }

  private static void byHand(StageContext context) {
    for (String file : List.of("features_flat", "features_lines", "features")) {
      run(context, "bench/by_hand_" + file + ".sql", Map.of("lookbacks", LOOKBACKS));
    }
  }

  private static void stage(StageContext context, long events, long profiles) {
    run(context, "run/create_work.sql", Map.of());
    for (String file : List.of("staged_feature_events", "staged_feature_owners")) {
      run(context, "bench/" + file + ".sql", Map.of("events", events, "profiles", profiles));
    }
  }

  private static void run(StageContext context, String file, Map<String, ?> names) {
    var batch = new StatementBatch(List.of(context.render(file, names)), Map.of());
    context.warehouse().run(file, batch);
  }

  private StageContext context(LocalCloud cloud, long run, String features) {
    Project project =
        ProjectReader.read("tributary.yaml", PROJECT.formatted(features)).project().orElseThrow();
    Instant end = Instant.parse("2024-01-01T00:00:00Z");
    RunPlan plan =
        new RunPlan(
            run,
            "bench",
            end,
            Optional.empty(),
            end,
            end,
            project,
            project.sources().stream().map(FeaturesMeasurement::bound).toList(),
            List.of(FeaturesStage.NAME),
            RunPlan.Paying.NOTHING);
    return new StageContext(plan, cloud.pipeline().warehouse(), sql, cloud.pipeline().objects());
  }

  private static BoundSource bound(Source source) {
    Map<String, String> columns = new LinkedHashMap<>();
    source.kind().columns().forEach(column -> columns.put(column.name(), column.name()));
    Map<String, String> payload = new LinkedHashMap<>(columns);
    payload.put("sku", "sku");
    payload.put("category", "category");
    return new BoundSource(source, columns, payload, Set.of(), false);
  }
}
