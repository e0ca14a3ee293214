package io.tributary.identity;

import io.tributary.config.BoundSource;
import io.tributary.config.SourceKind;
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

/** Turns the numbers of linking into profiles, and gives the staged rows to them. */
public final class StitchStage implements Stage {
  public static final String NAME = "stitch";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(StitchStage::load, StitchStage::profiles, StitchStage::rows);
  }

  private static Optional<StatementBatch> load(StageContext context) {
    var sql = new IdentityStatements(context);
    List<String> statements = new ArrayList<>();
    for (String result : List.of("labels", "refusals", "changes")) {
      statements.addAll(sql.load("int_" + result, result));
    }
    return Optional.of(new StatementBatch(statements, Map.of()));
  }

  /** What does not stand as it stood is superseded, and what is new is written. */
  private static Optional<StatementBatch> profiles(StageContext context) {
    var sql = new IdentityStatements(context);
    List<String> statements = new ArrayList<>();
    for (String table :
        List.of(
            "int_identities",
            "int_superseded_identities",
            "int_refused",
            "int_lifted_refusals",
            "int_lost_blocked",
            "int_blocked",
            "int_superseded_blocked")) {
      statements.addAll(sql.table(table));
    }
    for (String statement :
        List.of(
            "supersede_refusals",
            "identity_quarantine",
            "supersede_blocked",
            "identity_quarantine_blocked",
            "supersede_identities",
            "identity_map",
            "identity_merges")) {
      statements.add(sql.render(statement));
    }
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }

  private static Optional<StatementBatch> rows(StageContext context) {
    var sql = new IdentityStatements(context);
    List<String> statements = new ArrayList<>(sql.table("int_looked_up_profiles"));
    statements.add(sql.render("view_int_event_profiles"));
    for (ProfileRows rows : ProfileRows.values()) {
      Optional<BoundSource> source = context.plan().source(rows.kind);
      if (source.isPresent()) {
        statements.add(sql.render("create_" + rows.profiled));
        statements.add(sql.render("stg_profile_rows", rows.placeholders(source.get(), context)));
      }
    }
    return Optional.of(new StatementBatch(statements, Map.of()));
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = context.query("identity/stitch_counts.sql", Map.of());
    String note =
        "%,d identifiers are %,d profiles; %,d stand in the quarantine, %,d profile ids changed."
            .formatted(
                counts.number(0, 0), counts.number(0, 1), counts.number(0, 2), counts.number(0, 3));
    Growth growth = Growth.of(context);
    List<String> warnings = new ArrayList<>(CorrectionRows.warnings(context));
    warnings.addAll(growth.warnings());
    return new StageResult(
        counts.number(0, 0), counts.number(0, 1), 0, note, warnings, List.of(), growth.figures());
  }

  /** The staged rows that belong to a profile. */
  private enum ProfileRows {
    CONVERSIONS(
        SourceKind.CONVERSIONS, "conversions", "conversion_id", List.of("converted_at", "revenue")),
    SESSIONS(
        SourceKind.SESSION_SOURCES,
        "sessions",
        "session_id",
        List.of(
            "session_at",
            "channel",
            "holder_engagement",
            "closer_engagement",
            "impression_interaction"));

    private final SourceKind kind;
    private final String staged;
    private final String profiled;
    private final String id;
    private final List<String> others;

    ProfileRows(SourceKind kind, String plural, String id, List<String> others) {
      this.kind = kind;
      this.staged = "stg_" + plural;
      this.profiled = "stg_profile_" + plural;
      this.id = id;
      this.others = others;
    }

    /** Rows of a source that no identifier is taken from are at least one by their user_id. */
    private Map<String, Object> placeholders(BoundSource source, StageContext context) {
      String name = source.source().name();
      boolean named = context.plan().project().identity().orElseThrow().reads(name);
      String text = io.tributary.warehouse.Identifiers.text(named ? name + ":" : "user_id:");
      Map<String, Object> names = new HashMap<>();
      names.put("profiled", profiled);
      names.put("staged", staged);
      names.put("id", id);
      names.put("others", String.join(", ", others));
      names.put(
          "staged_others",
          String.join(",\n    ", others.stream().map(o -> "staged." + o).toList()));
      names.put("source", io.tributary.warehouse.Identifiers.text(name));
      names.put("alone", text + " || staged." + (named ? id : "user_id"));
      return names;
    }
  }
}
