package io.tributary.run;

import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes back what failed and killed runs wrote, and runs that are newer than what is live: nobody
 * sees it, and nothing of it stays. Rows go at once, whatever the number of runs; of working
 * schemas as many as a transaction holds, the oldest first, and the next run drops the others.
 */
public final class TakeBack {
  private final List<PublishedTable> tables;

  public TakeBack(WarehouseSchema schema) {
    this.tables = schema.published();
  }

  /** First the rows, then the working schemas of runs whose rows are gone. */
  public List<StagePart> parts() {
    return List.of(this::rows, TakeBack::workSchemas);
  }

  private Optional<StatementBatch> rows(StageContext context) {
    if (unfinished(context).size() == 0) {
      return Optional.empty();
    }
    List<String> statements = new ArrayList<>();
    statements.add(context.render("run/supersede_runs.sql"));
    for (PublishedTable table : tables) {
      Map<String, String> name = Map.of("table", Identifiers.quote(table.name()));
      files(table).forEach(file -> statements.add(context.render(file, name)));
    }
    statements.add(context.render("run/take_back_ledger.sql"));
    statements.add(context.render("run/take_back_runs.sql"));
    return Optional.of(new StatementBatch(statements, Map.of("run", context.run())));
  }

  /** In a history, what was superseded is valid again. */
  private static List<String> files(PublishedTable table) {
    return switch (table.rows()) {
      case OF_THE_LIVE_RUN, UP_TO_THE_LIVE_RUN -> List.of("run/take_back_rows.sql");
      case HISTORY -> List.of("run/take_back_history.sql", "run/reopen_history.sql");
    };
  }

  private static Optional<StatementBatch> workSchemas(StageContext context) {
    List<Long> open = open(unfinished(context), StatementBatch.MOST_STATEMENTS - 1);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<String> statements = new ArrayList<>();
    for (long run : open) {
      String work = WarehouseNames.workOf(context.plan().project().schema(), run);
      statements.add(context.render("run/drop_work.sql", Map.of("work", work)));
    }
    statements.add(context.render("run/end_tidied_runs.sql"));
    Map<String, String> values =
        Map.of("run", context.run(), "tidied", Long.toString(open.get(open.size() - 1)));
    return Optional.of(new StatementBatch(statements, values));
  }

  private static Rows unfinished(StageContext context) {
    return context.query("run/unfinished_runs.sql", Map.of());
  }

  private static List<Long> open(Rows unfinished, int most) {
    return IntStream.range(0, unfinished.size())
        .filter(row -> unfinished.number(row, 1) == 1)
        .mapToObj(row -> unfinished.number(row, 0))
        .limit(most)
        .toList();
  }
}
