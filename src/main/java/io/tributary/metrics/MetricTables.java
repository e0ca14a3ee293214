package io.tributary.metrics;

import io.tributary.run.PublishedTable;
import java.util.List;

/** The tables that metrics publish. */
public final class MetricTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          new PublishedTable(
              "daily_event_metrics",
              List.of("event_date", "dau", "total_sessions", "bounce_rate", "avg_session_length")),
          new PublishedTable(
              "daily_event_metrics_by",
              List.of(
                  "event_date",
                  "dimension",
                  "value",
                  "dau",
                  "total_sessions",
                  "bounce_rate",
                  "avg_session_length")),
          new PublishedTable("weekly_event_metrics", rollUp("week_start", "wau")),
          new PublishedTable("monthly_event_metrics", rollUp("month_start", "mau")));

  private MetricTables() {}

  private static List<String> rollUp(String start, String users) {
    return List.of(
        start,
        users,
        "average_dau",
        "stickiness",
        "total_sessions",
        "bounce_rate",
        "avg_session_length");
  }
}
