package io.tributary.features;

import io.tributary.run.StageContext;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many values of columns that features read as numbers are none, such as a total of "free". */
final class UnreadNumbers {
  private UnreadNumbers() {}

  /** A sentence for each column that has such values. */
  static List<String> sentences(StageContext context, List<RowsTable> tables) {
    List<Map<String, Object>> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (RowsTable table : tables) {
      table
          .unread()
          .forEach(
              (column, flag) -> {
                columns.add(
                    Map.of("place", columns.size() + 1, "flag", flag, "rows", table.name()));
                names.add("`%s` of %s".formatted(column, table.source().scope().name()));
              });
    }
    return columns.isEmpty() ? List.of() : sentences(context, columns, names);
  }

  private static List<String> sentences(
      StageContext context, List<Map<String, Object>> columns, List<String> names) {
    Rows counts = context.query("features/unread_numbers.sql", Map.of("columns", columns));
    List<String> sentences = new ArrayList<>();
    for (int row = 0; row < counts.size(); row++) {
      long unread = counts.number(row, 1);
      if (unread > 0) {
        sentences.add(
            unread == 1
                ? "One value of %s is no number and counts in no feature.".formatted(names.get(row))
                : "%,d values of %s are no numbers and count in no feature."
                    .formatted(unread, names.get(row)));
      }
    }
    return sentences;
  }
}
