package io.tributary.identity;

import io.tributary.run.PublishedTable;
import io.tributary.run.PublishedTable.Rows;
import java.util.List;

/** The tables that identity publishes. */
public final class IdentityTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          new PublishedTable(
              "identity_map",
              List.of("identifier_type", "identifier", "profile_id", "first_seen"),
              Rows.HISTORY),
          new PublishedTable(
              "identity_merges",
              List.of(
                  "run_id",
                  "kind",
                  "merged_profile_id",
                  "into_profile_id",
                  "event_id",
                  "source",
                  "merged_at"),
              Rows.UP_TO_THE_LIVE_RUN),
          new PublishedTable(
              "identity_quarantine",
              List.of(
                  "identifier_type",
                  "identifier",
                  "reason",
                  "limit_type",
                  "limit_value",
                  "event_id",
                  "source",
                  "event_time",
                  "run_id"),
              Rows.HISTORY),
          new PublishedTable(
              "identity_corrections",
              List.of(
                  "verdict",
                  "one_type",
                  "one_identifier",
                  "other_type",
                  "other_identifier",
                  "line")),
          new PublishedTable(
              "identity_events",
              List.of("run_id", "source", "event_id", "event_time"),
              Rows.HISTORY),
          new PublishedTable("identity_event_identifiers", List.of(), Rows.HISTORY),
          new PublishedTable(
              "identity_definitions", List.of("run_id", "definition"), Rows.UP_TO_THE_LIVE_RUN));

  private IdentityTables() {}

  /** The condition under which a row of the table is of the run {@code :run}, live or not. */
  static String rowsOfRun(String table) {
    return PUBLISHED.stream()
        .filter(published -> published.name().equals(table))
        .map(PublishedTable::ofRun)
        .findFirst()
        .orElseThrow();
  }
}
