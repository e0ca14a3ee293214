package io.tributary.run;

import java.util.List;
import java.util.Objects;

/**
 * A table whose rows carry the run, or the runs, that they are of, and the view by which users read
 * it.
 *
 * @param name the name of both
 * @param columns what the view shows, in order; without any there is no view, and only later runs
 *     read the table
 */
public record PublishedTable(String name, List<String> columns, Rows rows) {
  public PublishedTable {
    columns = List.copyOf(columns);
    Objects.requireNonNull(rows);
  }

  /** A snapshot. */
  public PublishedTable(String name, List<String> columns) {
    this(name, columns, Rows.OF_THE_LIVE_RUN);
  }

  /** The condition under which a row is of the run {@code :run}, live or not. */
  public String ofRun() {
    return switch (rows) {
      case OF_THE_LIVE_RUN -> "run = :run::bigint";
      case UP_TO_THE_LIVE_RUN -> "run <= :run::bigint";
      case HISTORY -> "from_run <= :run::bigint and (to_run is null or to_run > :run::bigint)";
    };
  }

  /** Which rows the view shows, and how long they are kept. */
  public enum Rows {
    /** A snapshot, by {@code run}: the rows of the live run; old runs go. */
    OF_THE_LIVE_RUN,
    /** A log, by {@code run}: the rows of all runs up to the live one; none goes. */
    UP_TO_THE_LIVE_RUN,
    /**
     * A history, by {@code from_run} and {@code to_run}: the rows that are valid at the live run.
     * What a run supersedes gets its number as {@code to_run}, and goes when no kept run shows it.
     */
    HISTORY
  }
}
