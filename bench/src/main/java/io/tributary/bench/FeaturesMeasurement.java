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

  JsonNode measure(long events) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("tributary.yaml"), PROJECT.formatted("{}"));
    ProjectFiles files = new ProjectFiles(folder);
    try (LocalCloud cloud = LocalCloud.start(files, Optional.empty(), CloudSettings.usual())) {
      StageContext once = context(cloud, 1, "{}");
      new Bootstrap(cloud.pipeline().warehouse(), sql, Pipeline.SCHEMA)
          .ensure(once.plan().project().schema());
      stage(once, events);
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("events", events);
      figures.put("profiles", events / EVENTS_A_PROFILE);
      figures.put("stage_seconds", byStage(once));
      figures.put("by_hand_seconds", byHand(once));
      Rows compared = once.query("bench/compared_features.sql", Map.of());
      figures.put("rows", compared.number(0, 0));
      figures.put("different", compared.number(0, 1));
      StageContext weekly = context(cloud, 2, "{as_of: {every: 7d, from: 2023-01-09}}");
      stage(weekly, events);
      figures.put("weekly_seconds", byStage(weekly));
      return figures;
    }
  }

  /** Every transaction of the stage, the writing of the rows included. */
  private static double byStage(StageContext context) {
    Stopwatch watch = Stopwatch.started();
    for (StagePart part : new FeaturesStage().parts()) {
      Optional<StatementBatch> batch = part.batch(context);
      if (batch.isPresent()) {
        Stopwatch one = Stopwatch.started();
        context.warehouse().run("features", batch.get());
        System.err.printf("  %.2f s%n", one.seconds());
      }
    }
    return watch.seconds();
  }

  private static double byHand(StageContext context) {
    Stopwatch watch = Stopwatch.started();
    for (String file : List.of("features_flat", "features_lines", "features")) {
      Stopwatch one = Stopwatch.started();
      run(context, "bench/by_hand_" + file + ".sql", Map.of("lookbacks", LOOKBACKS));
      System.err.printf("  by hand %s %.2f s%n", file, one.seconds());
    }
    return watch.seconds();
  }

  private static void stage(StageContext context, long events) {
    run(context, "run/create_work.sql", Map.of());
    for (String file : List.of("staged_feature_events", "staged_feature_owners")) {
      run(
          context,
          "bench/" + file + ".sql",
          Map.of("events", events, "each", EVENTS_A_PROFILE));
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
