package io.tributary.run;

import io.tributary.warehouse.Identifiers;
import java.util.Map;

/**
 * The schemas of a project, quoted for SQL.
 *
 * @param published the views and tables that users read
 * @param store the tables behind the views, with the rows of several runs
 * @param work one run's own working tables
 */
public record WarehouseNames(String published, String store, String work) {
  public static WarehouseNames of(String schema, long run) {
    return new WarehouseNames(
        Identifiers.quote(schema), Identifiers.quote(storeOf(schema)), workOf(schema, run));
  }

  /** The working schema of a run, quoted. */
  public static String workOf(String schema, long run) {
    return Identifiers.quote(schema + "_run_" + run);
  }

  /** The schema behind the published one, as it is called. */
  public static String storeOf(String schema) {
    return schema + "_store";
  }

  Map<String, String> placeholders() {
    return Map.of("published", published, "store", store, "work", work);
  }
}
