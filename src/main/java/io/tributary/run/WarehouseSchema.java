package io.tributary.run;

import java.util.List;

/**
 * All tables of a project.
 *
 * @param published tables behind views
 * @param migrations the SQL files that make and change all tables, in order
 */
public record WarehouseSchema(List<PublishedTable> published, List<String> migrations) {
  public WarehouseSchema {
    published = List.copyOf(published);
    migrations = List.copyOf(migrations);
  }
}
