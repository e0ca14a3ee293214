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
public final class TakeBack implements StagePart {
  private final List<PublishedTable> tables;

  public TakeBack(WarehouseSchema schema) {
    this.tables = schema.published();
  }

  @Override
  public Optional<StatementBatch> batch(StageContext context) {
    Rows unfinished = context.query("run/unfinished_runs.sql", Map.of());
    if (unfinished.size() == 0) {
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
    long tidied = 0;
    for (long run : open(unfinished, StatementBatch.MOST_STATEMENTS - statements.size())) {
      String work = WarehouseNames.workOf(context.plan().project().schema(), run);
      statements.add(context.render("run/drop_work.sql", Map.of("work", work)));
      tidied = run;
    }
    Map<String, String> values = Map.of("run", context.run(), "tidied", Long.toString(tidied));
    return Optional.of(new StatementBatch(statements, values));
  }

  /** In a history, what was superseded is valid again. */
  private static List<String> files(PublishedTable table) {
    return switch (table.rows()) {
      case OF_THE_LIVE_RUN, UP_TO_THE_LIVE_RUN -> List.of("run/take_back_rows.sql");
      case HISTORY -> List.of("run/take_back_history.sql", "run/reopen_history.sql");
    };
  }

  private static List<Long> open(Rows unfinished, int most) {
    return IntStream.range(0, unfinished.size())
        .filter(row -> unfinished.number(row, 1) == 1)
        .mapToObj(row -> unfinished.number(row, 0))
        .limit(most)
        .toList();
  }
}
