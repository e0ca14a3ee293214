package io.tributary.extract;

import static io.tributary.config.SourceKind.CHANNEL_COSTS;
import static io.tributary.config.SourceKind.CONVERSIONS;
import static io.tributary.config.SourceKind.SESSION_COSTS;
import static io.tributary.config.SourceKind.SESSION_SOURCES;

import io.tributary.config.BoundSource;
import io.tributary.config.SourceKind;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.run.TakeBack;
import io.tributary.run.WarehouseSchema;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies what the run reads into staging tables of its own, in one transaction; later stages read
 * only those. What is refused goes to {@code rejected_rows}.
 */
public final class ExtractStage implements Stage {
  public static final String NAME = "extract";

  private final TakeBack takeBack;

  public ExtractStage(WarehouseSchema schema) {
    this.takeBack = new TakeBack(schema);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(takeBack, this::copy);
  }

  private Optional<StatementBatch> copy(StageContext context) {
    var script = new StagingScript(context);
    script.add("run/drop_work.sql").add("run/create_work.sql");
    context.plan().source(CONVERSIONS).ifPresent(source -> conversions(script, source));
    context.plan().source(SESSION_SOURCES).ifPresent(source -> sessions(script, source));
    context.plan().source(SESSION_COSTS).ifPresent(source -> sessionCosts(script, source));
    context.plan().source(CHANNEL_COSTS).ifPresent(source -> channelCosts(script, source));
    return Optional.of(script.batch());
  }

  private static void conversions(StagingScript script, BoundSource source) {
    script
        .typed(source, "int_conversions")
        .copies(source, "conversion_id", "int_conversions", "int_conversion_copies")
        .table("stg_conversions");
  }

  private static void sessions(StagingScript script, BoundSource source) {
    script
        .typed(source, "int_sessions")
        .copies(source, "session_id", "int_sessions", "int_session_copies")
        .table("stg_sessions");
  }

  private static void sessionCosts(StagingScript script, BoundSource source) {
    script
        .typed(source, "int_session_costs")
        .copies(source, "session_id", "int_session_costs", "int_session_cost_copies")
        .table("int_costed_sessions")
        .add("extract/reject_lone_costs.sql", source)
        .table("stg_session_costs");
  }

  private static void channelCosts(StagingScript script, BoundSource source) {
    script.typed(source, "int_channel_costs").table("stg_channel_costs");
  }

  @Override
  public StageResult finish(StageContext context) {
    Map<String, Object> tables = new HashMap<>();
    tables.put("read", names(context, "int_"));
    tables.put("kept", names(context, "stg_"));
    boolean local = context.plan().sources().stream().anyMatch(BoundSource::hasOrigin);
    tables.put("rejected_lines", local ? StagingScript.REJECTED_LINES : null);
    tables.put("raw_tables", rawTables(context));
    Rows counts = context.query("extract/counts.sql", tables);
    long rejected = counts.number(0, 2);
    List<String> warnings = new ArrayList<>();
    if (rejected > 0) {
      warnings.add(
          rejected
              + (rejected == 1 ? " row was refused" : " rows were refused")
              + "; see the table rejected_rows.");
    }
    return new StageResult(
        counts.number(0, 0),
        counts.number(0, 1),
        rejected,
        String.join(" ", warnings),
        warnings,
        List.of());
  }

  private static List<String> names(StageContext context, String prefix) {
    return context.plan().sources().stream()
        .map(bound -> prefix + STAGED.get(bound.source().kind()))
        .toList();
  }

  private static List<String> rawTables(StageContext context) {
    return context.plan().sources().stream()
        .map(bound -> Identifiers.text(bound.source().table()))
        .toList();
  }

  private static final Map<SourceKind, String> STAGED =
      Map.of(
          CONVERSIONS, "conversions",
          SESSION_SOURCES, "sessions",
          SESSION_COSTS, "session_costs",
          CHANNEL_COSTS, "channel_costs");
}
