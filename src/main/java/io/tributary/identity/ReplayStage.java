package io.tributary.identity;

import io.tributary.json.Json;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Unloads, in their order, all events of components that break a guard rail, and the new ones of
 * components that a changed profile reached into. A run in which there is neither leaves it out.
 */
public final class ReplayStage implements Stage {
  public static final String NAME = "replay";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(ReplayStage::load, ReplayStage::events, ReplayStage::unload);
  }

  private static Optional<StatementBatch> load(StageContext context) {
    return Optional.of(
        new StatementBatch(new IdentityStatements(context).load("int_linked", "linked"), Map.of()));
  }

  private static Optional<StatementBatch> events(StageContext context) {
    var sql = new IdentityStatements(context);
    List<String> statements = new ArrayList<>(sql.table("int_replayed_components"));
    statements.add(sql.render("delete_int_stitching_events"));
    statements.add(sql.render("int_stitching_events"));
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }

  private static Optional<StatementBatch> unload(StageContext context) {
    StitchingLimits.checkOrderedEvents(counts(context).number(0, 1));
    var sql = new IdentityStatements(context);
    String target = new StitchingFolder(context.plan().run()).events();
    return Optional.of(new StatementBatch(List.of(sql.unload("unload_events", target)), Map.of()));
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = counts(context);
    String key = new StitchingFolder(context.plan().run()).numbering();
    Numbering before = Json.read(context.objects().read(key), Numbering.class);
    var now = new Numbering(before.identifiers(), (int) counts.number(0, 1));
    context.objects().put(key, Json.bytes(now));
    String note =
        "%,d events of %,d identifiers are gone through in their order."
            .formatted(counts.number(0, 1), counts.number(0, 0));
    return new StageResult(counts.number(0, 0), counts.number(0, 1), 0, note, List.of(), List.of());
  }

  private static Rows counts(StageContext context) {
    return context.query("identity/replay_counts.sql", Map.of());
  }
}
