package io.tributary.attributes;

import io.tributary.json.Json;
import io.tributary.objects.StoredObject;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the rows of the wide table: of the profiles that are due, or of all where an attribute
 * changed or the columns are others. The tables are histories; as their names depend on the
 * project, the stage itself takes back in them what no run shows.
 */
final class WideRows {
  private static final int MOST_TABLES = 9;

  private final StageContext context;
  private final WideColumns columns;

  WideRows(StageContext context) {
    this.context = context;
    this.columns = WideColumns.of(context.plan());
  }

  /** Makes the run's table, and brings all there are to what is live. */
  List<StatementBatch> tidy() {
    List<StatementBatch> batches = new ArrayList<>();
    batches.add(batch(List.of(context.render("attributes/create_wide_rows.sql", columns.names()))));
    List<String> tables = WideColumns.tables(context);
    for (int from = 0; from < tables.size(); from += MOST_TABLES) {
      List<String> statements = new ArrayList<>();
      for (String table : tables.subList(from, Math.min(tables.size(), from + MOST_TABLES))) {
        statements.add(render("wide_take_back", table, Map.of()));
        statements.add(render("wide_reopen", table, Map.of()));
        statements.add(context.render("run/retire_history.sql", table(table)));
      }
      String keep = Integer.toString(context.plan().project().keepRuns());
      batches.add(new StatementBatch(statements, Map.of("run", context.run(), "keep_runs", keep)));
    }
    return batches;
  }

  /**
   * Writes the run's rows.
   *
   * @param isDueOnly whether the attributes of other profiles are as they were
   */
  List<StatementBatch> write(boolean isDueOnly) {
    List<String> statements = new ArrayList<>();
    Map<String, Object> names = columns.names();
    names.put("due_only", isDueOnly && isCurrent());
    statements.add(render("supersede_wide", columns.table(), names));
    statements.add(context.render("attributes/profile_attributes_wide.sql", names));
    List<StatementBatch> batches = new ArrayList<>();
    batches.add(new StatementBatch(statements, Map.of("run", context.run())));
    others().ifPresent(batches::add);
    return batches;
  }

  /** How many profiles' lists end early, by attribute. */
  Map<String, Long> cutLists() {
    Rows rows = context.query("attributes/cut_lists.sql", table(columns.table()));
    Map<String, Long> cut = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      for (String id : rows.text(row, 0).orElseThrow().split(",")) {
        cut.merge(id, rows.number(row, 1), Long::sum);
      }
    }
    return cut;
  }

  /** Rows of other columns are over; a table without rows goes, unless users read it. */
  private Optional<StatementBatch> others() {
    List<String> statements = new ArrayList<>();
    Map<String, String> parameters = new HashMap<>();
    Optional<String> live = live();
    for (String table : WideColumns.tables(context)) {
      if (table.equals(columns.table()) || statements.size() == StatementBatch.MOST_STATEMENTS) {
        continue;
      }
      Rows rows = context.query("attributes/wide_rows.sql", table(table));
      boolean isRead = live.isEmpty() || live.get().equals(table);
      if (rows.number(0, 1) > 0) {
        statements.add(render("supersede_wide", table, Map.of("due_only", false)));
        parameters.put("run", context.run());
      } else if (rows.number(0, 0) == 0 && !isRead) {
        statements.add(render("drop_wide", table, Map.of()));
      }
    }
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatementBatch(statements, parameters));
  }

  /** The table that users read now; empty where that is not known. */
  private Optional<String> live() {
    long live = context.query("run/live_run.sql", Map.of()).number(0, 0);
    return context
        .objects()
        .get(new RunFolder(live).plan())
        .map(StoredObject::body)
        .map(plan -> WideColumns.of(Json.read(plan, RunPlan.class)).table());
  }

  /** Whether the live run's rows are in the same table. */
  private boolean isCurrent() {
    return context.query("attributes/wide_rows.sql", table(columns.table())).number(0, 1) > 0;
  }

  private String render(String file, String table, Map<String, ?> more) {
    Map<String, Object> names = new HashMap<>(more);
    names.putAll(table(table));
    return context.render("attributes/" + file + ".sql", names);
  }

  private static Map<String, String> table(String table) {
    return Map.of("table", Identifiers.quote(table));
  }

  private static StatementBatch batch(List<String> statements) {
    return new StatementBatch(statements, Map.of());
  }
}
