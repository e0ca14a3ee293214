package io.tributary.run;

import java.util.List;

/**
 * A snapshot table and the view by which users read it.
 *
 * @param name the name of both
 * @param createSql the SQL file that makes the table; its rows carry {@code run}
 * @param columns what the view shows, in order
 */
public record PublishedTable(String name, String createSql, List<String> columns) {
  public PublishedTable {
    columns = List.copyOf(columns);
  }
}
