package io.tributary.extract;

import static io.tributary.config.SourceKind.CHANNEL_COSTS;
import static io.tributary.config.SourceKind.CONVERSIONS;
import static io.tributary.config.SourceKind.REFERRERS;
import static io.tributary.config.SourceKind.SESSION_COSTS;
import static io.tributary.config.SourceKind.SESSION_SOURCES;

import io.tributary.config.BoundSource;
import io.tributary.config.Features;
import io.tributary.config.SourceKind;
import io.tributary.events.EventStaging;
import io.tributary.run.Stage;
import io.tributary.run.StageChoice;
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
    List<StagePart> parts = new ArrayList<>(takeBack.parts());
    parts.addAll(
        List.of(
            this::tables,
            this::copyRaw,
            this::journeySources,
            this::costs,
            context -> rejectEvents(context, 0),
            context -> rejectEvents(context, 1),
            this::events));
    return parts;
  }

  private Optional<StatementBatch> tables(StageContext context) {
    var script = new StagingScript(context);
    script.add("run/drop_work.sql").add("run/create_work.sql");
    for (BoundSource source : sources(context)) {
      if (!source.source().kind().isEvent()) {
        script.add("extract/create_int_" + STAGED.get(source.source().kind()) + ".sql");
      }
    }
    asOfFrom(context).ifPresent(table -> script.add("features/create_int_as_of_rows.sql"));
    return script.addAll(staging(context).tables()).batch();
  }

  /** Every raw table as it is at one moment, typed: a statement each, and one transaction. */
  private Optional<StatementBatch> copyRaw(StageContext context) {
    var script = new StagingScript(context);
    for (BoundSource source : sources(context)) {
      if (!source.source().kind().isEvent()) {
        script.add("extract/int_" + STAGED.get(source.source().kind()) + ".sql", source);
      }
    }
    asOfFrom(context)
        .ifPresent(
            table ->
                script.addAll(
                    List.of(
                        context.render(
                            "features/int_as_of_rows.sql",
                            Map.of(
                                "table", Identifiers.quoteTable(table),
                                "profile_id", Identifiers.quote("profile_id"),
                                "time", Identifiers.quote("timestamp"))))));
    return script.addAll(staging(context).read()).batch();
  }

  /** The table of profiles and as-of times, where features have one. */
  private static Optional<String> asOfFrom(StageContext context) {
    return context.plan().project().features().flatMap(Features::asOfFrom);
  }

  /** The sources that feed something: costs need a report. */
  private static List<BoundSource> sources(StageContext context) {
    boolean isReported = context.plan().project().attribution().isPresent();
    return context.plan().sources().stream()
        .filter(
            source ->
                isReported
                    || source.source().kind().happens()
                    || source.source().kind() == REFERRERS)
        .toList();
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
                    .add("extract/create_stg_sessions.sql")
                    .add("extract/stg_sessions.sql", source, onlyConverting(context)));
    return script.batch();
  }

  /** Until events are stitched nobody knows which sessions are of one profile. */
  private static Map<String, Boolean> onlyConverting(StageContext context) {
    return Map.of("only_converting", context.plan().project().identity().isEmpty());
  }

  private Optional<StatementBatch> costs(StageContext context) {
    var script = new StagingScript(context);
    context.plan().source(REFERRERS).ifPresent(source -> script.rejects(source, "int_referrers"));
    if (context.plan().project().attribution().isEmpty()) {
      return script.batch();
    }
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

  /** Those of every other source of events, because all together may be too many statements. */
  private Optional<StatementBatch> rejectEvents(StageContext context, int half) {
    List<BoundSource> events =
        sources(context).stream().filter(source -> source.source().kind().isEvent()).toList();
    var script = new StagingScript(context);
    for (int at = half; at < events.size(); at += 2) {
      script.rejects(events.get(at), EventStaging.table(events.get(at)));
    }
    return script.batch();
  }

  /** What happened to somebody, of all sources in one table. */
  private Optional<StatementBatch> events(StageContext context) {
    return new StagingScript(context).addAll(staging(context).stage()).batch();
  }

  private static EventStaging staging(StageContext context) {
    return new EventStaging(context, source -> new SourceColumns(source).time());
  }

  @Override
  public StageResult finish(StageContext context) {
    Tally tally = tally(context);
    tally.requireReconciled();
    List<String> said = new ArrayList<>(List.of(staging(context).leftOut()));
    said.addAll(StageChoice.leftOut(context.plan().project()));
    said.removeIf(String::isEmpty);
    return new StageResult(
        tally.sum(Tally.Rows::read),
        tally.sum(Tally.Rows::kept),
        tally.sum(Tally.Rows::refused),
        said.isEmpty() ? tally.sentence() : tally.sentence() + ". " + String.join(" ", said),
        tally.warnings(),
        List.of());
  }

  private static Tally tally(StageContext context) {
    List<BoundSource> sources = sources(context);
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
    boolean events = bound.source().kind().isEvent();
    String plural = STAGED.get(bound.source().kind());
    tables.put("read", events ? Identifiers.quote(EventStaging.table(bound)) : "int_" + plural);
    tables.put("kept", "stg_" + plural);
    tables.put("events", events);
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
          CHANNEL_COSTS, "channel_costs",
          REFERRERS, "referrers");

  /** Where an id may stand once only; costs of a channel and day may stand often. */
  private static final Map<SourceKind, String> COPIES =
      Map.of(
          CONVERSIONS, "int_conversion_copies",
          SESSION_SOURCES, "int_session_copies",
          SESSION_COSTS, "int_session_cost_copies");
}
