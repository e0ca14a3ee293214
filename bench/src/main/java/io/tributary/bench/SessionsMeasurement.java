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
import io.tributary.sessions.SessionTables;
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
  private static final String BY_HAND = "bench/by_hand_%s.sql";
  private static final List<String> PARAMETERS =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "gclid",
          "fbclid",
          "msclkid");
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
      StageContext context = context(cloud, project, 1);
      stage(context, events, events);
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("events", events);
      figures.put("users", events / EVENTS_A_USER);
      timed(figures, "cut", () -> run(context, new CutStage()));
      timed(figures, "agents", () -> parseAgents(cloud, context));
      timed(figures, "sessions", () -> run(context, new SessionsStage()));
      timed(figures, "metrics", () -> run(context, new MetricsStage()));
      if (ByHand.takes(events)) {
        byHand(context, figures);
      }
      figures.put("sessions", context.query("sessions/sessions_cut.sql", Map.of()).number(0, 0));
      figures.put("peak_bytes", Machine.peakMemory());
      if (ByHand.takes(events)) {
        compare(context, figures);
      }
      increment(cloud, project, events, figures);
      return figures;
    }
  }

  private static void byHand(StageContext context, ObjectNode figures) {
    timed(
        figures,
        "sessions_by_hand",
        () -> run(context, BY_HAND.formatted("sessions"), Map.of("parameters", PARAMETERS)));
    timed(figures, "metrics_by_hand", () -> run(context, BY_HAND.formatted("metrics"), splits()));
  }

  /** All columns of all sessions and metrics, with what was written by hand. */
  private static void compare(StageContext context, ObjectNode figures) {
    String columns = String.join(", ", SessionTables.PUBLISHED.get(0).columns());
    Rows compared = context.query("bench/compared_sessions.sql", Map.of("columns", columns));
    figures.put("different", compared.number(0, 0));
    figures.put("metrics_different", compared.number(0, 1));
  }

  /** One in a hundred more, in another run. */
  private void increment(LocalCloud cloud, Project project, long events, ObjectNode figures) {
    StageContext next = context(cloud, project, 2);
    stage(next, events + events / 100, events);
    timed(figures, "increment_cut", () -> run(next, new CutStage()));
    timed(figures, "increment_sessions", () -> run(next, new SessionsStage()));
    Rows counts = next.query("sessions/counts.sql", Map.of());
    figures.put("increment_written", counts.number(0, 1));
  }

  /** What the stage counts, as one query a piece. */
  private static Map<String, Object> splits() {
    return Map.of(
        "splits",
        List.of(
            split("day", "event_date", "''"),
            split("channel", "event_date", "channel"),
            split("device", "event_date", "device"),
            split("country", "event_date", "country"),
            split("week", "date_trunc('week', event_date)::date", "''"),
            split("month", "date_trunc('month', event_date)::date", "''")));
  }

  private static Map<String, String> split(String name, String period, String value) {
    return Map.of("name", name, "period", period, "value", value);
  }

  /** Puts the seconds that went by and those of the processor. */
  private static void timed(ObjectNode figures, String what, Runnable work) {
    Stopwatch watch = Stopwatch.started();
    double processor = Machine.processorSeconds();
    work.run();
    figures.put(what + "_seconds", watch.seconds());
    figures.put(what + "_processor_seconds", Machine.processorSeconds() - processor);
  }

  private static void run(StageContext context, Stage stage) {
    for (StagePart part : stage.parts()) {
      part.batch(context).ifPresent(batch -> context.warehouse().run(stage.name(), batch));
    }
  }

  private static void parseAgents(LocalCloud cloud, StageContext context) {
    try {
      cloud.functions().invoke("parse-agents", "{\"run\": " + context.run() + "}");
    } catch (FunctionFailure e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stage(StageContext context, long events, long first) {
    run(context, "run/create_work.sql");
    run(
        context,
        "bench/staged_web_events.sql",
        Map.of("events", events, "users", first / EVENTS_A_USER, "each", EVENTS_A_USER));
    for (String file :
        List.of("create_int_users", "int_users", "create_int_event_users", "int_event_users")) {
      run(context, "events/" + file + ".sql");
    }
  }

  private static void run(StageContext context, String file) {
    run(context, file, Map.of());
  }

  private static void run(StageContext context, String file, Map<String, ?> names) {
    var batch = new StatementBatch(List.of(context.render(file, names)), Map.of());
    context.warehouse().run(file, batch);
  }

  private StageContext context(LocalCloud cloud, Project project, long run) {
    Instant now = Instant.parse("2023-12-31T00:00:00Z");
    RunPlan plan =
        new RunPlan(
            run,
            "bench",
            now,
            Optional.empty(),
            now,
            now,
            project,
            project.sources().stream().map(SessionsMeasurement::bound).toList(),
            List.of(CutStage.NAME, SessionsStage.NAME, MetricsStage.NAME),
            RunPlan.Paying.NOTHING);
    cloud.pipeline().objects().put(new RunFolder(run).plan(), Json.bytes(plan));
    cloud.pipeline().lease().acquire(plan.execution());
    return new StageContext(plan, cloud.pipeline().warehouse(), sql, cloud.pipeline().objects());
  }

  private static BoundSource bound(Source source) {
    Map<String, String> columns = new LinkedHashMap<>();
    source.kind().columns().forEach(column -> columns.put(column.name(), column.name()));
    return new BoundSource(source, columns, Map.of(), Set.of(), false);
  }
}
