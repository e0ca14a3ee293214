package io.tributary.run;

import io.tributary.warehouse.Identifiers;
import java.util.List;
import java.util.Map;

/** What a stage needs that writes to a history. */
public final class Histories {
  private Histories() {}

  /**
   * Takes back what the run itself wrote and superseded, so that a stage that is run again finds
   * the history as it found it at first. Uses {@code :run}.
   */
  public static List<String> undo(StageContext context, String table) {
    Map<String, String> name = Map.of("table", Identifiers.quote(table));
    return List.of(
        context.render("run/forget_own_history.sql", name),
        context.render("run/reopen_own_history.sql", name));
  }
}
