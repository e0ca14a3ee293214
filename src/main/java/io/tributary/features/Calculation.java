package io.tributary.features;

import io.tributary.run.StageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of what is made of a source's rows, a row for each profile and as-of moment.
 *
 * @param file the SQL that fills it
 * @param columns its columns, each with name and type and what the SQL needs
 * @param names what else the SQL needs
 */
record Calculation(
    String table,
    RowsTable rows,
    String file,
    List<Map<String, Object>> columns,
    Map<String, Object> names) {
  Calculation {
    columns = List.copyOf(columns);
    names = new HashMap<>(names);
  }

  /**
   * Makes and fills the table.
   *
   * @param first number of the first as-of moment
   * @param last number of the last
   */
  List<String> statements(StageContext context, AsOfMoments moments, int first, int last) {
    Map<String, Object> all = new HashMap<>(names);
    all.put("table", table);
    all.put("columns", columns);
    all.put("rows", rows.name());
    all.put("paired", moments.isPaired());
    all.put("first_number", first);
    all.put("last_number", last);
    all.put("reach", context.render("features/reach.sql", all));
    return List.of(
        context.render("features/create_int_feature_values.sql", all),
        context.render("features/" + file + ".sql", all));
  }
}
