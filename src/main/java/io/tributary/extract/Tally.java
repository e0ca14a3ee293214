package io.tributary.extract;

import io.tributary.config.Source;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What became of every row that the extract read: none may get lost. */
record Tally(List<Rows> sources) {
  Tally {
    sources = List.copyOf(sources);
  }

  /**
   * The rows of one source.
   *
   * @param read as they stand in the raw table, and the lines that could not even be loaded
   * @param kept those that the run works with
   * @param refused those in {@code rejected_rows}
   * @param copies equal copies of a kept or unneeded row
   */
  record Rows(Source source, long read, long kept, long refused, long copies) {
    /** Rows in order that the window does not need. */
    long unneeded() {
      return read - kept - refused - copies;
    }
  }

  long sum(ToLongFunction<Rows> figure) {
    return sources.stream().mapToLong(figure).sum();
  }

  /**
   * Makes sure that no row counts twice.
   *
   * @throws DataException if more rows came out of a source than it has
   */
  void requireReconciled() {
    for (Rows rows : sources) {
      if (rows.unneeded() < 0) {
        throw new DataException(
            ErrorCode.NOT_RECONCILED,
            "The rows of source `%s` do not reconcile (%s); nothing is published."
                .formatted(rows.source().name(), sentence()));
      }
    }
  }

  /** Where all rows went, as an equation. */
  String sentence() {
    return "%d rows = %d kept + %d refused + %d equal copies + %d that the window does not need"
        .formatted(
            sum(Rows::read),
            sum(Rows::kept),
            sum(Rows::refused),
            sum(Rows::copies),
            sum(Rows::unneeded));
  }

  /** Sentences for the user: sources without rows, and how many rows of which were refused. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Rows rows : sources) {
      if (rows.read() == 0) {
        warnings.add(
            "The source `%s` has no rows: its table %s is empty."
                .formatted(rows.source().name(), rows.source().table()));
      }
    }
    long refused = sum(Rows::refused);
    if (refused > 0) {
      warnings.add(
          "%d %s refused (%s): the table rejected_rows says which and why."
              .formatted(refused, refused == 1 ? "row was" : "rows were", bySource()));
    }
    return warnings;
  }

  private String bySource() {
    return sources.stream()
        .filter(rows -> rows.refused() > 0)
        .map(rows -> rows.refused() + " of " + rows.source().name())
        .collect(Collectors.joining(", "));
  }
}
