package io.tributary.extract;

import io.tributary.config.BoundSource;
import io.tributary.events.EventStaging;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements that stage a run's sources, in order, and the parameters they use. */
final class StagingScript {
  /** Where the local loader keeps the lines that it could not parse. */
  static final String REJECTED_LINES = "tributary_local.rejected_lines";

  private final StageContext context;
  private final List<String> statements = new ArrayList<>();

  StagingScript(StageContext context) {
    this.context = context;
  }

  StagingScript add(String file) {
    statements.add(context.render(file));
    return this;
  }

  StagingScript addAll(List<String> more) {
    statements.addAll(more);
    return this;
  }

  StagingScript add(String file, BoundSource source) {
    return add(file, source, Map.of());
  }

  /** A working table: its definition, then its rows. */
  StagingScript table(String name) {
    return add("extract/create_" + name + ".sql").add("extract/" + name + ".sql");
  }

  /** The same, of rows of the source. */
  StagingScript table(String name, BoundSource source) {
    return add("extract/create_" + name + ".sql").add("extract/" + name + ".sql", source);
  }

  /** Refuses the source's rows that are wrong by themselves, and its lines that are no rows. */
  StagingScript rejects(BoundSource source, String rows) {
    add("extract/reject_rows.sql", source, Map.of("rows", rows));
    if (source.hasOrigin()) {
      String rawTable = Identifiers.text(source.source().table());
      add(
          "extract/reject_lines.sql",
          source,
          Map.of("rejected_lines", REJECTED_LINES, "raw_table", rawTable));
    }
    return this;
  }

  /** Ids that stand more than once: equal copies are one, contradicting ones are all refused. */
  StagingScript copies(BoundSource source, String copies, String id) {
    Map<String, String> names = Map.of("copies", "int_" + copies, "id", id);
    statements.add(context.render("extract/create_int_copies.sql", names));
    return add("extract/int_" + copies + ".sql").add("extract/reject_" + copies + ".sql", source);
  }

  /** The transaction; empty where there is nothing to do. */
  Optional<StatementBatch> batch() {
    if (statements.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put("run", context.run());
    parameters.put("window_from", context.windowFrom());
    parameters.put("events_from", EventStaging.eventsFrom(context.plan()));
    parameters.put("window_to", context.windowTo());
    parameters.put("timezone", context.plan().project().timezone().getId());
    parameters.keySet().removeIf(name -> !isUsed(name));
    return Optional.of(new StatementBatch(statements, parameters));
  }

  private boolean isUsed(String parameter) {
    return statements.stream().anyMatch(sql -> sql.matches("(?s).*:" + parameter + "\\b.*"));
  }

  /** A statement over a source with more names filled in. */
  StagingScript add(String file, BoundSource source, Map<String, ?> more) {
    Map<String, Object> placeholders = new SourceColumns(source).placeholders();
    placeholders.putAll(more);
    statements.add(context.render(file, placeholders));
    return this;
  }
}
