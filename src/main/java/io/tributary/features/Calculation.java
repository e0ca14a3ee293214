package io.tributary.features;

import io.tributary.run.StageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of what is made of a source's rows, a row for each profile and as-of moment.
 *
 * @param file the SQL that fills it
 * @param at the moments that have a row
 * @param columns its columns, each with name and type and what the SQL needs
 * @param names what else the SQL needs
 */
record Calculation(
    String table,
    RowsTable rows,
    String file,
    Moments at,
    List<Map<String, Object>> columns,
    Map<String, Object> names) {
  /** The moments that have a row. */
  sealed interface Moments {
    /** Every moment. */
    record Every() implements Moments {}

    /** Those at which something changes, by a table of them. */
    record Changing(Changes changes) implements Moments {}

    /** Those at which something changes, and with each when it does so again. */
    record Running(List<Integer> windows) implements Moments {}
  }

  /** What every known profile and moment is called where rows of features are made. */
  private static final String KNOWN = "known";

  Calculation {
    columns = List.copyOf(columns);
    names = new HashMap<>(names);
  }

  /** Makes and fills the table. */
  List<String> statements(StageContext context, AsOfMoments moments) {
    Map<String, Object> all = new HashMap<>(names);
    all.put("table", table);
    all.put("columns", columns);
    all.put("rows", rows.name());
    all.put("paired", moments.isPaired());
    all.put("changes", changes().map(Changes::table).orElse(null));
    all.put("running", at instanceof Moments.Running);
    all.put("windows", at instanceof Moments.Running running ? running.windows() : List.of());
    all.put("after", moments.size() + 1);
    all.put("first_day", moments.isPaired() ? 0 : moments.day(0));
    all.put("reach", context.render("features/reach.sql", all));
    return List.of(
        context.render("features/create_int_feature_values.sql", all),
        context.render("features/" + file + ".sql", all));
  }

  /** The table of the moments that have a row, where it is one of its own. */
  Optional<Changes> changes() {
    return at instanceof Moments.Changing changing
        ? Optional.of(changing.changes())
        : Optional.empty();
  }

  /** The table whose rows hold until the next one, where it has such; its own is one. */
  Optional<String> holding() {
    return at instanceof Moments.Running ? Optional.of(table) : changes().map(Changes::table);
  }

  /** How the rows of features are joined to it; empty where it is joined by its moments itself. */
  Optional<Map<String, String>> joined() {
    return at instanceof Moments.Running
        ? Optional.empty()
        : Optional.of(Map.of("table", table, "at", holding().orElse(KNOWN)));
  }
}
