package io.tributary.identity;

import io.tributary.json.Json;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives numbers to the identifiers and events of a run and unloads them, so that linking needs no
 * text. All events are stitched anew in every run.
 */
public final class EncodeStage implements Stage {
  public static final String NAME = "encode";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(
        CorrectionRows::load, EncodeStage::encode, EncodeStage::unload, CorrectionRows::unload);
  }

  private static Optional<StatementBatch> encode(StageContext context) {
    var sql = new IdentityStatements(context);
    List<String> statements = new ArrayList<>();
    for (String table :
        List.of(
            "int_event_identifiers",
            "int_identifiers",
            "int_profiles_before",
            "int_stitching_identifiers",
            "int_stitching_events")) {
      statements.addAll(sql.table(table));
    }
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }

  private static Optional<StatementBatch> unload(StageContext context) {
    var sql = new IdentityStatements(context);
    var folder = new StitchingFolder(context.plan().run());
    return Optional.of(
        new StatementBatch(
            List.of(
                sql.render("unload_identifiers", target(context, folder.identifiers())),
                sql.render("unload_links", target(context, folder.links())),
                sql.render("unload_events", target(context, folder.events()))),
            Map.of()));
  }

  private static Map<String, String> target(StageContext context, String prefix) {
    Map<String, String> target = new HashMap<>();
    String uri = context.objects().uri(prefix);
    target.put("target", io.tributary.warehouse.Identifiers.uri(uri));
    target.put("role", context.warehouse().target().roleClause());
    return target;
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = context.query("identity/encode_counts.sql", Map.of());
    StitchingLimits.checkIdentifiers(counts.number(0, 4));
    StitchingLimits.checkOrderedEvents(counts.number(0, 1));
    var numbering = new Numbering((int) counts.number(0, 4), (int) counts.number(0, 1));
    var folder = new StitchingFolder(context.plan().run());
    context.objects().put(folder.numbering(), Json.bytes(numbering));
    String note =
        "%,d events carry identifiers: %,d are new, of which %,d came late."
            .formatted(counts.number(0, 1), counts.number(0, 2), counts.number(0, 3));
    return new StageResult(counts.number(0, 0), counts.number(0, 4), 0, note, List.of(), List.of());
  }
}
