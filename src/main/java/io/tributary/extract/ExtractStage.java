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
 * Copies what the run reads into tables of its own, in one transaction; everything later reads only
 * those. What is refused goes to {@code rejected_rows}, the rest to staging tables: a transaction
 * for each group of sources, because one holds no more than 40 statements.
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
    return List.of(takeBack, this::copyRaw, this::journeySources, this::costs);
  }

  /** Every raw table as it is at one moment, typed. */
  private Optional<StatementBatch> copyRaw(StageContext context) {
    var script = new StagingScript(context);
    script.add("run/drop_work.sql").add("run/create_work.sql");
    for (BoundSource source : context.plan().sources()) {
      script.table("int_" + STAGED.get(source.source().kind()), source);
    }
    return script.batch();
  }

  private Optional<StatementBatch> journeySources(StageContext context) {
    var script = new StagingScript(context);
    script.add("extract/delete_rejected_rows.sql");
    context
        .plan()
        .source(CONVERSIONS)
        .ifPresent(
            source ->
                script
                    .rejects(source, "int_conversions")
                    .copies(source, "conversion_copies", "conversion_id")
                    .table("stg_conversions"));
    context
        .plan()
        .source(SESSION_SOURCES)
        .ifPresent(
            source ->
                script
                    .rejects(source, "int_sessions")
                    .copies(source, "session_copies", "session_id")
                    .table("stg_sessions"));
    return script.batch();
  }

  private Optional<StatementBatch> costs(StageContext context) {
    var script = new StagingScript(context);
    context
        .plan()
        .source(SESSION_COSTS)
        .ifPresent(
            source ->
                script
                    .rejects(source, "int_session_costs")
                    .table("int_costed_sessions")
                    .add("extract/reject_lone_costs.sql", source)
                    .copies(source, "session_cost_copies", "session_id")
                    .table("stg_session_costs"));
    context
        .plan()
        .source(CHANNEL_COSTS)
        .ifPresent(
            source -> script.rejects(source, "int_channel_costs").table("stg_channel_costs"));
    return script.batch();
  }

  @Override
  public StageResult finish(StageContext context) {
    Tally tally = tally(context);
    tally.requireReconciled();
    return new StageResult(
        tally.sum(Tally.Rows::read),
        tally.sum(Tally.Rows::kept),
        tally.sum(Tally.Rows::refused),
        tally.sentence(),
        tally.warnings(),
        List.of());
  }

  private static Tally tally(StageContext context) {
    List<BoundSource> sources = context.plan().sources();
    Map<String, Object> tables = new HashMap<>();
    boolean local = sources.stream().anyMatch(BoundSource::hasOrigin);
    tables.put("rejected_lines", local ? StagingScript.REJECTED_LINES : null);
    tables.put("sources", sources.stream().map(ExtractStage::tables).toList());
    Rows counts = context.query("extract/counts.sql", tables);
    List<Tally.Rows> rows = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      rows.add(
          new Tally.Rows(
              sources.get(i).source(),
              counts.number(i, 1),
              counts.number(i, 2),
              counts.number(i, 4),
              counts.number(i, 3)));
    }
    return new Tally(rows);
  }

  private static Map<String, Object> tables(BoundSource bound) {
    Map<String, Object> tables = new HashMap<>();
    String plural = STAGED.get(bound.source().kind());
    tables.put("read", "int_" + plural);
    tables.put("kept", "stg_" + plural);
    tables.put("copies", COPIES.get(bound.source().kind()));
    tables.put("raw_table", Identifiers.text(bound.source().table()));
    tables.put("source", Identifiers.text(bound.source().name()));
    return tables;
  }

  private static final Map<SourceKind, String> STAGED =
      Map.of(
          CONVERSIONS, "conversions",
          SESSION_SOURCES, "sessions",
          SESSION_COSTS, "session_costs",
          CHANNEL_COSTS, "channel_costs");

  /** Where an id may stand once only; costs of a channel and day may stand often. */
  private static final Map<SourceKind, String> COPIES =
      Map.of(
          CONVERSIONS, "int_conversion_copies",
          SESSION_SOURCES, "int_session_copies",
          SESSION_COSTS, "int_session_cost_copies");
}
