package io.tributary.identity;

import io.tributary.json.Json;
import io.tributary.run.Histories;
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
import java.util.stream.Stream;

/**
 * Finds the events that are not as the last run left them, gives numbers to the identifiers of the
 * components that they touch, and unloads those, so that linking needs no text. Where the rules
 * changed, all events are stitched anew.
 */
public final class EncodeStage implements Stage {
  public static final String NAME = "encode";

  private static final List<String> EVENTS =
      List.of("identity_events", "identity_event_identifiers");
  private static final List<String> PROFILES = List.of("identity_map", "identity_quarantine");

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
    List<String> statements = new ArrayList<>(undo(context, sql));
    statements.addAll(newEvents(sql));
    for (String table : EVENTS) {
      statements.add(sql.render("supersede_events", Map.of("table", table)));
    }
    statements.addAll(sql.table("int_seen_identifiers"));
    statements.addAll(sql.table("int_keyed_events"));
    statements.add(sql.render("identity_events"));
    statements.add(sql.render("identity_event_identifiers"));
    for (String table :
        List.of(
            "int_touched_components",
            "int_identifiers",
            "int_profiles_before",
            "int_stitching_identifiers",
            "int_links")) {
      statements.addAll(sql.table(table));
    }
    statements.add(sql.render("create_int_stitching_events"));
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }

  /** Done again from its first stage on, a run finds what stood before it. */
  private static List<String> undo(StageContext context, IdentityStatements sql) {
    List<String> statements = new ArrayList<>();
    Stream.concat(EVENTS.stream(), PROFILES.stream())
        .map(table -> Histories.undo(context, table))
        .forEach(statements::addAll);
    statements.add(sql.render("delete_identity_definitions"));
    statements.add(sql.render("delete_identity_merges"));
    return statements;
  }

  /** By other rules all events are new, and none is compared or copied. */
  private static List<String> newEvents(IdentityStatements sql) {
    if (sql.rebuilds()) {
      return List.of(sql.render("identity_definitions"), sql.render("view_int_new_events"));
    }
    List<String> statements = new ArrayList<>(sql.table("int_event_differences"));
    statements.addAll(sql.table("int_new_events"));
    return statements;
  }

  private static Optional<StatementBatch> unload(StageContext context) {
    StitchingLimits.checkIdentifiers(identifiers(counts(context)));
    var sql = new IdentityStatements(context);
    var folder = new StitchingFolder(context.plan().run());
    return Optional.of(
        new StatementBatch(
            List.of(
                sql.unload("unload_identifiers", folder.identifiers()),
                sql.unload("unload_links", folder.links())),
            Map.of()));
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = counts(context);
    var folder = new StitchingFolder(context.plan().run());
    var numbering = new Numbering((int) identifiers(counts), 0);
    context.objects().put(folder.numbering(), Json.bytes(numbering));
    return new StageResult(
        counts.number(0, 0), identifiers(counts), 0, note(context, counts), List.of(), List.of());
  }

  private static String note(StageContext context, Rows counts) {
    String events =
        "%,d events carry identifiers: %,d are new, of which %,d came late."
            .formatted(counts.number(0, 1), counts.number(0, 2), counts.number(0, 3));
    return switch (IdentityDefinition.since(context)) {
      case FIRST -> events;
      case OTHER_RULES ->
          events
              + " All were stitched anew, because the block identity or the corrections are not as they were.";
      case RESET -> events + " All were stitched anew, because identity was reset.";
      case NONE ->
          counts.number(0, 4) == 0
              ? events
              : events + " %,d are gone or changed.".formatted(counts.number(0, 4));
    };
  }

  private static Rows counts(StageContext context) {
    return context.query("identity/encode_counts.sql", Map.of());
  }

  private static long identifiers(Rows counts) {
    return counts.number(0, 5);
  }
}
