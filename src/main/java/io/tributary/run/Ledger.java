package io.tributary.run;

import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.util.List;
import java.util.Map;

/** The table {@code run_ledger}: a row per run and stage, of failed runs too. */
public final class Ledger {
  private static final String NO_NOTE = "-";

  private final Warehouse warehouse;
  private final SqlTemplates sql;

  public Ledger(Warehouse warehouse, SqlTemplates sql) {
    this.warehouse = warehouse;
    this.sql = sql;
  }

  public void begin(RunPlan plan, String stage) {
    write(plan, "run/begin_stage.sql", Map.of("run", run(plan), "stage", stage));
  }

  public void end(RunPlan plan, String stage, StageResult result) {
    write(
        plan,
        "run/end_stage.sql",
        Map.of(
            "run", run(plan),
            "stage", stage,
            "rows_in", Long.toString(result.rowsIn()),
            "rows_out", Long.toString(result.rowsOut()),
            "rows_rejected", Long.toString(result.rowsRejected()),
            "status", "succeeded",
            "note", result.note().isEmpty() ? NO_NOTE : result.note()));
  }

  /** Closes the stages that a failed run left open. */
  public void fail(RunPlan plan, String reason) {
    write(plan, "run/fail_stages.sql", Map.of("run", run(plan), "note", reason));
  }

  /** Ends the run itself: calculated, partly so, or failed; a published one stays published. */
  public void endRun(RunPlan plan, String status) {
    write(plan, "run/end_run.sql", Map.of("run", run(plan), "status", status));
  }

  /** Says that the run left nothing open: the next one need not look after it. */
  public void release(RunPlan plan) {
    write(plan, "run/release_run.sql", Map.of("run", run(plan)));
  }

  private void write(RunPlan plan, String file, Map<String, String> parameters) {
    var names = WarehouseNames.of(plan.project().schema(), plan.run());
    String statement = sql.render(file, names.placeholders());
    warehouse.run(file, new StatementBatch(List.of(statement), parameters));
  }

  private static String run(RunPlan plan) {
    return Long.toString(plan.run());
  }
}
