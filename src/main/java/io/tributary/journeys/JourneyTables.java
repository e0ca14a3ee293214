package io.tributary.journeys;

import io.tributary.run.PublishedTable;
import java.util.List;

/** The tables that journeys publish. */
public final class JourneyTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          new PublishedTable(
              "conversions", List.of("conversion_id", "profile_id", "converted_at", "revenue")),
          new PublishedTable(
              "journey_sessions",
              List.of(
                  "conversion_id",
                  "profile_id",
                  "session_id",
                  "session_at",
                  "channel",
                  "holder_engagement",
                  "closer_engagement",
                  "impression_interaction",
                  "position")));

  private JourneyTables() {}
}
