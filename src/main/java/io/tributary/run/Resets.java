package io.tributary.run;

import io.tributary.config.Project;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Has the next run calculate parts from scratch. That a part was reset stands in a table until a
 * run that began after it is live, so a run that fails or is only rehearsed forgets nothing.
 */
public final class Resets {
  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final Bootstrap bootstrap;
  private final Lease lease;
  private final List<ResetPart> parts;

  /**
   * @param parts what can be reset
   */
  public Resets(
      Warehouse warehouse,
      SqlTemplates sql,
      Bootstrap bootstrap,
      Lease lease,
      List<ResetPart> parts) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.bootstrap = bootstrap;
    this.lease = lease;
    this.parts = List.copyOf(parts);
  }

  /** What becomes of the values until the next run replaces them. */
  public enum Values {
    KEPT,
    DROPPED
  }

  /** What came of it. */
  public enum Outcome {
    /** The next run calculates from scratch. */
    RESET,
    /** The operator did not agree; all is as it was. */
    LEFT
  }

  /**
   * Whether the run has to calculate the part from scratch, because it was reset after the live run
   * began.
   */
  public static boolean isDue(StageContext context, String part) {
    String query = context.render("run/reset_is_due.sql");
    Map<String, String> parameters = Map.of("part", part);
    return context.warehouse().query("reset is due", query, parameters).number(0, 0) > 0;
  }

  /**
   * Resets parts of a project.
   *
   * @param wanted names of parts; empty for all that the project has
   * @param agreed is told the rows that go, by table, and whether that was agreed to; not asked
   *     where nothing goes
   * @throws UserException if the project does not have a wanted part
   * @throws io.tributary.error.LeaseLostException if a run holds the project
   */
  public Outcome reset(
      Project project, List<String> wanted, Values values, Predicate<Map<String, Long>> agreed) {
    WarehouseNames names = WarehouseNames.of(project.schema(), 0);
    List<ResetPart> chosen = lease.whileHolding(() -> prepared(project, wanted));
    Map<String, Long> rows = values == Values.KEPT ? Map.of() : rows(names, chosen);
    boolean drops = rows.values().stream().anyMatch(count -> count > 0);
    // Nobody is kept waiting for the operator's answer: a run that begins meanwhile is refused
    // here.
    if (drops && !agreed.test(rows)) {
      return Outcome.LEFT;
    }
    return lease.whileHolding(
        () -> {
          chosen.forEach(part -> reset(names, part, drops ? part.tables() : List.of()));
          return Outcome.RESET;
        });
  }

  private List<ResetPart> prepared(Project project, List<String> wanted) {
    bootstrap.ensure(project.schema());
    return chosen(project, wanted);
  }

  /** In one transaction, so that a reader sees the part whole or not at all. */
  private void reset(WarehouseNames names, ResetPart part, List<String> tables) {
    List<String> statements = new ArrayList<>();
    statements.add(sql.render("run/insert_reset.sql", names.placeholders()));
    tables.forEach(table -> statements.add(render("run/delete_rows.sql", names, table)));
    warehouse.run("reset", new StatementBatch(statements, Map.of("part", part.name())));
  }

  private Map<String, Long> rows(WarehouseNames names, List<ResetPart> chosen) {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (ResetPart part : chosen) {
      for (String table : part.tables()) {
        String query = render("run/count_rows.sql", names, table);
        rows.put(table, warehouse.query("rows", query, Map.of()).number(0, 0));
      }
    }
    return rows;
  }

  /** The wanted parts, each with the tables that there are. */
  private List<ResetPart> chosen(Project project, List<String> wanted) {
    String store = WarehouseNames.storeOf(project.schema());
    var catalog = new WarehouseCatalog(warehouse, sql, store);
    List<String> found =
        catalog.tables().stream().map(table -> table.substring(store.length() + 1)).toList();
    List<ResetPart> chosen = new ArrayList<>();
    for (ResetPart part : parts) {
      List<String> there =
          part.tables().stream()
              .flatMap(name -> found.stream().filter(table -> isOf(name, table)))
              .toList();
      if (part.has().test(project) && (wanted.isEmpty() || wanted.contains(part.name()))) {
        chosen.add(new ResetPart(part.name(), there, part.has()));
      } else if (wanted.contains(part.name())) {
        throw new UserException(
            ErrorCode.NOT_AVAILABLE,
            "This project has no %s, so there is nothing to reset.".formatted(part.name()));
      }
    }
    return chosen;
  }

  private static boolean isOf(String name, String table) {
    return table.equals(name) || table.startsWith(name + "__");
  }

  private String render(String file, WarehouseNames names, String table) {
    Map<String, String> placeholders = new LinkedHashMap<>(names.placeholders());
    placeholders.put("table", Identifiers.quote(table));
    return sql.render(file, placeholders);
  }
}
