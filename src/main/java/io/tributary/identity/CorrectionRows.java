package io.tributary.identity;

import io.tributary.config.Identity;
import io.tributary.json.Json;
import io.tributary.objects.StoredObject;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A run's corrections in the warehouse: as they were written, and as numbers for linking. */
final class CorrectionRows {
  private static final int LINES_NAMED = 10;

  private CorrectionRows() {}

  /** Loads what was written; without corrections there is nothing to do. */
  static Optional<StatementBatch> load(StageContext context) {
    List<CorrectionEntry> entries = entries(context);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    String key = new StitchingFolder(context.plan().run()).writtenCorrections();
    context.objects().put(key, lines(entries));
    var sql = new IdentityStatements(context);
    String source = io.tributary.warehouse.Identifiers.uri(context.objects().uri(key));
    Map<String, String> names =
        Map.of("source", source, "role", context.warehouse().target().roleClause());
    return Optional.of(
        new StatementBatch(
            List.of(
                sql.render("create_int_written_corrections"),
                sql.render("copy_written_corrections", names),
                sql.render("delete_identity_corrections"),
                sql.render("identity_corrections")),
            Map.of("run", context.run())));
  }

  /** Unloads those of which both identifiers have a number. */
  static Optional<StatementBatch> unload(StageContext context) {
    if (entries(context).isEmpty()) {
      return Optional.empty();
    }
    var sql = new IdentityStatements(context);
    String prefix = new StitchingFolder(context.plan().run()).corrections();
    String target = io.tributary.warehouse.Identifiers.uri(context.objects().uri(prefix));
    Map<String, String> names =
        Map.of("target", target, "role", context.warehouse().target().roleClause());
    List<String> statements = new ArrayList<>(sql.table("int_corrections"));
    statements.add(sql.render("unload_corrections", names));
    return Optional.of(new StatementBatch(statements, Map.of()));
  }

  /** Which corrections have no effect, by their lines: most likely they are typed wrong. */
  static List<String> warnings(StageContext context) {
    List<CorrectionEntry> entries = entries(context);
    if (entries.isEmpty()) {
      return List.of();
    }
    Rows idle =
        context.query(
            "identity/idle_corrections.sql",
            Map.of("identities", IdentityTables.rowsOfRun("identity_map")));
    if (idle.size() == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < Math.min(LINES_NAMED, idle.size()); row++) {
      lines.add(Long.toString(idle.number(row, 0)));
    }
    String more = idle.size() > LINES_NAMED ? " and more" : "";
    return List.of(
        "%d of %d corrections have no effect, because no event carries one of their identifiers or it is blocked: check the spelling in %s, line %s%s."
            .formatted(
                idle.size(), entries.size(), CorrectionsFile.NAME, String.join(", ", lines), more));
  }

  /** The corrections that the run goes by, as planning kept them. */
  static List<CorrectionEntry> entries(StageContext context) {
    Identity identity = context.plan().project().identity().orElseThrow();
    return context
        .objects()
        .get(context.folder().corrections())
        .map(StoredObject::body)
        .map(file -> CorrectionsFile.read(identity, file).entries())
        .orElse(List.of());
  }

  private static byte[] lines(List<CorrectionEntry> entries) {
    var lines = new ByteArrayOutputStream();
    for (CorrectionEntry entry : entries) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("verdict", entry.verdict().name().toLowerCase(Locale.ROOT));
      row.put("one_type", entry.one().type());
      row.put("one_identifier", entry.one().value());
      row.put("other_type", entry.other().type());
      row.put("other_identifier", entry.other().value());
      row.put("line", entry.line());
      lines.writeBytes(Json.bytes(row));
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
