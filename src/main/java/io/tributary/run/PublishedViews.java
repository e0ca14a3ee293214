package io.tributary.run;

import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views by which users read a project's tables. */
final class PublishedViews {
  /** Each takes two statements: it goes and comes in one transaction. */
  private static final int MOST_VIEWS = StatementBatch.MOST_STATEMENTS / 2;

  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final String projectSchema;

  PublishedViews(Warehouse warehouse, SqlTemplates sql, String projectSchema) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.projectSchema = projectSchema;
  }

  /**
   * Makes the views that are missing, and those anew whose columns changed; the others are left
   * alone, so that nobody who reads them is disturbed.
   *
   * @return the views that users had before and that show other columns now
   */
  List<String> ensure(List<PublishedTable> tables) {
    var catalog = new WarehouseCatalog(warehouse, sql, projectSchema);
    List<PublishedTable> outdated =
        tables.stream()
            .filter(table -> !table.columns().isEmpty())
            .filter(table -> !columns(catalog, table).equals(Optional.of(table.columns())))
            .toList();
    for (int from = 0; from < outdated.size(); from += MOST_VIEWS) {
      make(outdated.subList(from, Math.min(outdated.size(), from + MOST_VIEWS)));
    }
    return outdated.stream()
        .filter(table -> columns(catalog, table).isPresent())
        .map(PublishedTable::name)
        .toList();
  }

  private Optional<List<String>> columns(WarehouseCatalog catalog, PublishedTable table) {
    return catalog.columns(projectSchema + "." + table.name());
  }

  private void make(List<PublishedTable> tables) {
    List<String> statements = new ArrayList<>();
    for (PublishedTable table : tables) {
      Map<String, Object> names = new HashMap<>(WarehouseNames.of(projectSchema, 0).placeholders());
      names.put("table", Identifiers.quote(table.name()));
      names.put("columns", columns(table));
      statements.add(sql.render("run/drop_view.sql", names));
      statements.add(sql.render(view(table), names));
    }
    warehouse.run("views", new StatementBatch(statements, Map.of()));
  }

  private static String view(PublishedTable table) {
    return switch (table.rows()) {
      case OF_THE_LIVE_RUN -> "run/create_view.sql";
      case UP_TO_THE_LIVE_RUN -> "run/create_log_view.sql";
      case HISTORY -> "run/create_history_view.sql";
    };
  }

  private static String columns(PublishedTable table) {
    return String.join(",\n    ", table.columns().stream().map(Identifiers::quote).toList());
  }
}
