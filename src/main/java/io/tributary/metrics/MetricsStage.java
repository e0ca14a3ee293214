package io.tributary.metrics;

import io.tributary.run.PublishedTable;
import io.tributary.run.RunPlan;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.sessions.SessionTables;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counts users and sessions by day, week and month of the project's time zone. */
public final class MetricsStage implements Stage {
  public static final String NAME = "metrics";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(MetricsStage::days, MetricsStage::metrics);
  }

  private static Optional<StatementBatch> days(StageContext context) {
    Map<String, Object> names = names(context);
    Map<String, String> parameters = new HashMap<>();
    RunPlan plan = context.plan();
    parameters.put("last_date", day(plan.to().minusNanos(1_000), plan));
    plan.eventsFrom().ifPresent(start -> parameters.put("first_date", day(start, plan)));
    return Optional.of(
        new StatementBatch(
            List.of(
                render(context, "create_int_session_days", names),
                render(context, "int_session_days", names),
                render(context, "create_int_days", names),
                render(context, "int_days", names)),
            parameters));
  }

  private static Optional<StatementBatch> metrics(StageContext context) {
    Map<String, Object> names = names(context);
    List<String> statements = new ArrayList<>();
    for (PublishedTable table : MetricTables.PUBLISHED) {
      statements.add(
          render(context, "delete_rows", Map.of("table", Identifiers.quote(table.name()))));
    }
    statements.add(render(context, "daily_event_metrics", names));
    if (!dimensions(context.plan()).isEmpty()) {
      statements.add(render(context, "daily_event_metrics_by", names));
    }
    statements.add(rolledUp(context, "weekly_event_metrics", "week", "wau"));
    statements.add(rolledUp(context, "monthly_event_metrics", "month", "mau"));
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }

  private static String rolledUp(StageContext context, String table, String unit, String users) {
    Map<String, String> names =
        Map.of("table", table, "unit", unit, "users", users, "rates", rates(context));
    return render(context, "rolled_up_event_metrics", names);
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = context.query("metrics/counts.sql", Map.of());
    List<String> left = new ArrayList<>(context.plan().project().sessions().dimensions());
    left.removeAll(dimensions(context.plan()));
    List<String> warnings =
        left.isEmpty()
            ? List.of()
            : List.of(
                "Left out, because there is no source of kind `pages`: the dimensions %s."
                    .formatted(String.join(", ", left)));
    return StageResult.of(counts.number(0, 0), counts.number(0, 1), warnings);
  }

  private static Map<String, Object> names(StageContext context) {
    RunPlan plan = context.plan();
    Map<String, Object> names = new HashMap<>();
    ZoneId zone = plan.project().timezone();
    names.put(
        "event_date",
        zone.normalized().equals(ZoneOffset.UTC)
            ? "event_time::date"
            : "convert_timezone(" + Identifiers.text(zone.getId()) + ", event_time)::date");
    names.put("dimensions", dimensions(plan));
    names.put("has_start", plan.eventsFrom().isPresent());
    names.put("not_has_start", plan.eventsFrom().isEmpty());
    names.put("rates", rates(context));
    names.put("digits", IntStream.range(0, 10).boxed().toList());
    return names;
  }

  /** The columns that all metrics end with. */
  private static String rates(StageContext context) {
    return render(context, "rates", Map.of());
  }

  /** The dimensions that sessions of these sources have. */
  private static List<String> dimensions(RunPlan plan) {
    List<String> unknown = SessionTables.unknown(plan);
    return plan.project().sessions().dimensions().stream()
        .filter(column -> !unknown.contains(column))
        .toList();
  }

  private static String day(Instant moment, RunPlan plan) {
    return moment.atZone(plan.project().timezone()).toLocalDate().toString();
  }

  private static String render(StageContext context, String name, Map<String, ?> names) {
    return context.render("metrics/" + name + ".sql", names);
  }
}
