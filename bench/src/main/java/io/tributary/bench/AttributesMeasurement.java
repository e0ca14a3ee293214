package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.Pipeline;
import io.tributary.attributes.AttributesStage;
import io.tributary.config.BoundSource;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.config.Source;
import io.tributary.json.Json;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.run.Bootstrap;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.WarehouseNames;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The stage of attributes beside SQL by hand, over the same staged events. */
final class AttributesMeasurement {
  private static final int MEMBERS = 5;
  private static final List<String> OF_TEXTS =
      List.of("first", "last", "most_frequent", "num_of_unique", "value", "list");
  private static final List<String> OF_NUMBERS = List.of("sum", "avg", "min", "max");
  private static final int EVENTS_A_PROFILE = 12;

  private final Path folder;
  private final SqlTemplates sql = new SqlTemplates();

  AttributesMeasurement(Path folder) {
    this.folder = folder;
  }

  JsonNode measure(long events) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Project project = project();
    Files.writeString(folder.resolve("tributary.yaml"), text());
    var settings = CloudSettings.usual();
    try (LocalCloud cloud =
        LocalCloud.start(new ProjectFiles(folder), Optional.empty(), settings)) {
      new Bootstrap(cloud.pipeline().warehouse(), sql, Pipeline.SCHEMA).ensure(project.schema());
      StageContext context = context(cloud, project);
      stage(context, events);
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("events", events);
      figures.put("profiles", events / EVENTS_A_PROFILE);
      figures.put("attributes", project.attributes().definitions().size());
      figures.put("stage_seconds", byStage(context));
      figures.put("by_hand_seconds", byHand(context));
      Rows compared = context.query("bench/compared.sql", Map.of());
      figures.put("values", compared.number(0, 0));
      figures.put("different", compared.number(0, 1));
      figures.put("different_profiles", differentProfiles(context));
      return figures;
    }
  }

  /** Every transaction of the stage, the writing of the histories included. */
  private static double byStage(StageContext context) {
    Stopwatch watch = Stopwatch.started();
    List<StagePart> parts = new AttributesStage().parts();
    for (int part = 0; part < parts.size(); part++) {
      Optional<StatementBatch> batch = parts.get(part).batch(context);
      if (batch.isEmpty()) {
        break;
      }
      context.warehouse().run("attributes", batch.get());
    }
    return watch.seconds();
  }

  private double byHand(StageContext context) {
    Stopwatch watch = Stopwatch.started();
    Map<String, Object> names =
        Map.of(
            "members",
            members(),
            "texts",
            List.of("first", "last", "most_frequent", "value"),
            "numbers",
            OF_NUMBERS);
    for (String file : List.of("flat", "grouped", "values", "wide")) {
      run(context, "bench/by_hand_" + file + ".sql", names);
    }
    return watch.seconds();
  }

  private static List<Integer> members() {
    return IntStream.rangeClosed(1, MEMBERS).boxed().toList();
  }

  /** Profiles of which the wide table has another row than the one by hand. */
  private static long differentProfiles(StageContext context) {
    String store = WarehouseNames.storeOf(context.plan().project().schema());
    Rows tables =
        context
            .warehouse()
            .query(
                "wide tables",
                context.render("attributes/wide_tables.sql"),
                Map.of("store", store));
    String wide = tables.text(0, 0).orElseThrow();
    List<Map<String, String>> all = new ArrayList<>();
    OF_TEXTS.forEach(type -> all.add(Map.of("letter", "t", "type", type)));
    OF_NUMBERS.forEach(type -> all.add(Map.of("letter", "n", "type", type)));
    Map<String, Object> names = Map.of("wide", wide, "members", members(), "all", all);
    return context.query("bench/compared_wide.sql", names).number(0, 0);
  }

  private void stage(StageContext context, long events) {
    run(context, "run/create_work.sql", Map.of());
    for (String file : List.of("staged_events", "staged_profiles")) {
      run(context, "bench/" + file + ".sql", Map.of("events", events, "each", EVENTS_A_PROFILE));
    }
  }

  private static void run(StageContext context, String file, Map<String, ?> names) {
    var batch = new StatementBatch(List.of(context.render(file, names)), Map.of());
    context.warehouse().run(file, batch);
  }

  private StageContext context(LocalCloud cloud, Project project) {
    Source crm = project.sources().get(0);
    var bound =
        new BoundSource(
            crm,
            Map.of("id", "id", "type", "type", "event_time", "event_time", "payload", "payload"),
            Map.of(),
            Set.of(),
            false);
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
            List.of(bound),
            List.of(AttributesStage.NAME),
            RunPlan.Paying.NOTHING);
    return new StageContext(plan, cloud.pipeline().warehouse(), sql, cloud.pipeline().objects());
  }

  private static Project project() {
    return ProjectReader.read("tributary.yaml", text()).project().orElseThrow();
  }

  private static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            project: bench
            sources: {crm: {kind: customer_events}}
            identity:
              identifiers: [{name: user_id, priority: 1, from: {crm: payload.user}}]
            attributes:
            """);
    for (int member = 1; member <= MEMBERS; member++) {
      for (String type : OF_TEXTS) {
        text.append(
            "  - {id: t%d_%s, type: %s, value: payload.t%d}\n"
                .formatted(member, type, type, member));
      }
      for (String type : OF_NUMBERS) {
        text.append(
            "  - {id: n%d_%s, type: %s, value: payload.n%d}\n"
                .formatted(member, type, type, member));
      }
    }
    return text.toString();
  }
}
