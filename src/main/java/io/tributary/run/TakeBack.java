package io.tributary.run;

import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back what failed and killed runs wrote: nobody saw it, and nothing of it stays. */
public final class TakeBack implements StagePart {
  private final List<PublishedTable> tables;

  public TakeBack(WarehouseSchema schema) {
    this.tables = schema.published();
  }

  @Override
  public Optional<StatementBatch> batch(StageContext context) {
    Rows unfinished = context.query("run/unfinished_runs.sql", Map.of());
    if (unfinished.size() <= 1) {
      return Optional.empty();
    }
    List<String> statements = new ArrayList<>();
    for (int row = 0; row < unfinished.size(); row++) {
      long run = unfinished.number(row, 0);
      if (run != context.plan().run() && statements.size() < 20) {
        String work = WarehouseNames.workOf(context.plan().project().schema(), run);
        statements.add(context.render("run/drop_work.sql", Map.of("work", work)));
      }
    }
    for (PublishedTable table : tables) {
      Map<String, String> name = Map.of("table", Identifiers.quote(table.name()));
      statements.add(context.render("run/take_back_rows.sql", name));
    }
    statements.add(context.render("run/take_back_ledger.sql"));
    statements.add(context.render("run/take_back_runs.sql"));
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }
}
