package io.tributary.local.load;

import io.tributary.config.Problem;
import java.util.List;

/**
 * What a load did.
 *
 * @param tables each table that has or had files, in order of name
 * @param skipped files below the data folder that are no raw table, and why
 */
public record LoadReport(List<TableLoad> tables, List<Problem> skipped) {
  public LoadReport {
    tables = List.copyOf(tables);
    skipped = List.copyOf(skipped);
  }

  /**
   * What a load did to a table.
   *
   * @param table as {@code schema.table}
   * @param filesRead files whose rows were read now: new, changed, or read again because the
   *     table's columns changed
   * @param filesUnchanged files whose rows were left as they are
   * @param filesRemoved files that are gone, and their rows with them
   * @param rows rows that the table has now
   * @param rejected rows of its present files that could not be read
   */
  public record TableLoad(
      String table, int filesRead, int filesUnchanged, int filesRemoved, long rows, long rejected) {
    /** The rows of the present files, readable or not. */
    public long rowsOfFiles() {
      return rows + rejected;
    }
  }
}
