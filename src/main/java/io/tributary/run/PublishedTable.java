package io.tributary.run;

import java.util.List;

/**
 * A snapshot table, whose rows carry {@code run}, and the view by which users read it.
 *
 * @param name the name of both
 * @param columns what the view shows, in order
 */
public record PublishedTable(String name, List<String> columns) {
  public PublishedTable {
    columns = List.copyOf(columns);
  }
}
