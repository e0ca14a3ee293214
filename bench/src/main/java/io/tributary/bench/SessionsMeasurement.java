package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.Pipeline;
import io.tributary.config.BoundSource;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.config.Source;
import io.tributary.json.Json;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.metrics.MetricsStage;
import io.tributary.run.Bootstrap;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.sessions.CutStage;
import io.tributary.sessions.SessionsStage;
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

/** The stages of web sessions and daily metrics beside SQL by hand, over the same staged events. */
final class SessionsMeasurement {
  private static final int EVENTS_A_USER = 12;
  private static final String PROJECT =
      """
      project: bench
      sources: {tracks: {kind: tracks}, pages: {kind: pages}}
      """;

  private final Path folder;
  private final SqlTemplates sql = new SqlTemplates();

  SessionsMeasurement(Path folder) {
    this.folder = folder;
  }

  JsonNode measure(long events) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("tributary.yaml"), PROJECT);
    Project project = ProjectReader.read("tributary.yaml", PROJECT).project().orElseThrow();
    ProjectFiles files = new ProjectFiles(folder);
    try (LocalCloud cloud = LocalCloud.start(files, Optional.empty(), CloudSettings.usual())) {
      new Bootstrap(cloud.pipeline().warehouse(), sql, Pipeline.SCHEMA).ensure(project.schema());
      StageContext context = context(cloud, project);
      stage(context, events);
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("events", events);
      figures.put("users", events / EVENTS_A_USER);
      figures.put("cut_seconds", seconds(context, new CutStage()));
      figures.put("agents_seconds", agents(cloud, context));
      figures.put("sessions_seconds", seconds(context, new SessionsStage()));
      figures.put("sessions_by_hand_seconds", byHand(context, "sessions"));
      figures.put("metrics_seconds", seconds(context, new MetricsStage()));
      figures.put("metrics_by_hand_seconds", byHand(context, "metrics"));
      Rows compared = context.query("bench/compared_sessions.sql", Map.of());
      figures.put("sessions", compared.number(0, 0));
      figures.put("different", compared.number(0, 1));
      figures.put("days_different", compared.number(0, 2));
      return figures;
    }
  }

  private static double seconds(StageContext context, Stage stage) {
    Stopwatch watch = Stopwatch.started();
    for (StagePart part : stage.parts()) {
      Stopwatch one = Stopwatch.started();
      part.batch(context).ifPresent(batch -> context.warehouse().run(stage.name(), batch));
      System.err.printf("  %s part %.2f s%n", stage.name(), one.seconds());
    }
    return watch.seconds();
  }

  private static double agents(LocalCloud cloud, StageContext context) {
    Stopwatch watch = Stopwatch.started();
    String input = "{\"run\": " + context.run() + "}";
    try {
      cloud.functions().invoke("parse-agents", input);
    } catch (FunctionFailure e) {
      throw new IllegalStateException(e);
    }
    return watch.seconds();
  }

  private static double byHand(StageContext context, String what) {
    Stopwatch watch = Stopwatch.started();
    run(context, "bench/by_hand_" + what + ".sql", Map.of());
    return watch.seconds();
  }

  private static void stage(StageContext context, long events) {
    run(context, "run/create_work.sql", Map.of());
    run(
        context,
        "bench/staged_web_events.sql",
        Map.of("events", events, "users", events / EVENTS_A_USER, "each", EVENTS_A_USER));
    for (String file :
        List.of("create_int_users", "int_users", "create_int_event_users", "int_event_users")) {
      run(context, "events/" + file + ".sql", Map.of());
    }
  }

  private static void run(StageContext context, String file, Map<String, ?> names) {
    var batch = new StatementBatch(List.of(context.render(file, names)), Map.of());
    context.warehouse().run(file, batch);
  }

  private StageContext context(LocalCloud cloud, Project project) {
    Instant now = Instant.parse("2023-12-31T00:00:00Z");
    RunPlan plan =
        new RunPlan(
            1,
            "bench",
            now,
            Optional.empty(),
            now,
            now,
            project,
            project.sources().stream().map(SessionsMeasurement::bound).toList(),
            List.of(CutStage.NAME, SessionsStage.NAME, MetricsStage.NAME),
            RunPlan.Paying.NOTHING);
    cloud.pipeline().objects().put(new RunFolder(1).plan(), Json.bytes(plan));
    cloud.pipeline().lease().acquire(plan.execution());
    return new StageContext(plan, cloud.pipeline().warehouse(), sql, cloud.pipeline().objects());
  }

  private static BoundSource bound(Source source) {
    Map<String, String> columns = new LinkedHashMap<>();
    source.kind().columns().forEach(column -> columns.put(column.name(), column.name()));
    return new BoundSource(source, columns, Map.of(), Set.of(), false);
  }
}
