package io.tributary.attributes;

import io.tributary.run.PublishedTable;
import io.tributary.run.PublishedTable.Rows;
import java.util.List;

/** The tables that attributes and context publish, besides the wide one. */
public final class AttributeTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          history("profile_attributes", "profile_id", "attribute_id", "value", "calculated_at"),
          history("attribute_profiles", "profile_id", "events", "calculated_at"),
          history("attribute_definitions", "attribute_id", "type", "data_type", "definition"),
          history("context_values", "context_key", "value", "calculated_at"));

  private AttributeTables() {}

  private static PublishedTable history(String name, String... columns) {
    return new PublishedTable(name, List.of(columns), Rows.HISTORY);
  }
}
