package io.tributary.run;

import java.util.List;

/**
 * All tables of a project.
 *
 * @param published snapshot tables behind views
 * @param others SQL files of the tables that runs write directly
 */
public record WarehouseSchema(List<PublishedTable> published, List<String> others) {
  public WarehouseSchema {
    published = List.copyOf(published);
    others = List.copyOf(others);
  }
}
