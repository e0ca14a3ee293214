package io.tributary.report;

import io.tributary.config.Attribution;
import io.tributary.config.CostScope;
import io.tributary.config.Model;
import io.tributary.config.SourceKind;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.run.RunPlan;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channel report: cost, credit and revenue per model, channel and day. */
public final class ReportStage implements Stage {
  public static final String NAME = "report";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(this::report);
  }

  private Optional<StatementBatch> report(StageContext context) {
    Attribution attribution = context.plan().attribution();
    Map<String, Object> models = new HashMap<>();
    models.put("models", attribution.models().stream().map(Model::label).toList());
    models.put("fallback", attribution.fallback().label());
    List<String> statements = new ArrayList<>();
    statements.add(context.render("report/create_int_channel_days.sql", models));
    statements.add(context.render("report/int_channel_days.sql", models));
    statements.add(context.render("report/create_int_costs.sql"));
    costs(context, attribution).ifPresent(statements::add);
    statements.add(context.render("report/delete_channel_reporting.sql"));
    statements.add(context.render("report/channel_reporting.sql", models));
    return Optional.of(new StatementBatch(statements, parameters(context, attribution)));
  }

  private static Optional<String> costs(StageContext context, Attribution attribution) {
    boolean sessions = context.plan().source(SourceKind.SESSION_COSTS).isPresent();
    boolean channels = context.plan().source(SourceKind.CHANNEL_COSTS).isPresent();
    return switch (attribution.costScope()) {
      case ALL ->
          sessions || channels
              ? Optional.of(
                  context.render(
                      "report/int_costs_all.sql",
                      Map.of("session_costs", sessions, "channel_costs", channels)))
              : Optional.empty();
      case JOURNEYS ->
          sessions
              ? Optional.of(context.render("report/int_costs_journeys.sql"))
              : Optional.empty();
    };
  }

  private static Map<String, String> parameters(StageContext context, Attribution attribution) {
    Map<String, String> parameters = new HashMap<>();
    RunPlan plan = context.plan();
    ZoneId zone = plan.project().timezone();
    parameters.put("run", context.run());
    parameters.put("timezone", zone.getId());
    boolean costs =
        plan.source(SourceKind.SESSION_COSTS).isPresent()
            || plan.source(SourceKind.CHANNEL_COSTS).isPresent();
    if (attribution.costScope() == CostScope.ALL && costs) {
      Instant last = plan.to().minusNanos(1);
      parameters.put("last_date", last.atZone(zone).toLocalDate().toString());
      parameters.put("first_date", plan.from().orElse(last).atZone(zone).toLocalDate().toString());
    }
    return parameters;
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = context.query("report/counts.sql", Map.of());
    if (counts.number(0, 4) > 0) {
      throw new DataException(
          ErrorCode.NOT_RECONCILED,
          "In %d models credit or revenue of the report is not that of the conversions; nothing is published."
              .formatted(counts.number(0, 4)));
    }
    List<String> warnings = new ArrayList<>();
    CostScope scope = context.plan().attribution().costScope();
    if (scope == CostScope.JOURNEYS
        && context.plan().source(SourceKind.CHANNEL_COSTS).isPresent()) {
      warnings.add("cost_scope is journeys: channel costs are left out of the report.");
    }
    return StageResult.of(counts.number(0, 0), counts.number(0, 1), warnings);
  }
}
