package io.tributary.sessions;

import io.tributary.config.SourceKind;
import io.tributary.events.WebColumns;
import io.tributary.run.PublishedTable;
import io.tributary.run.PublishedTable.Rows;
import io.tributary.run.RunPlan;
import java.util.List;

/** The table that sessions publish. */
public final class SessionTables {
  /** What is known of a session, in the order in which it is shown. */
  static final List<String> COLUMNS =
      List.of(
          "session_id",
          "profile_id",
          "anonymous_id",
          "session_number",
          "started_at",
          "ended_at",
          "duration_seconds",
          "events",
          "page_views",
          "first_page_url",
          "first_page_host",
          "first_page_path",
          "last_page_url",
          "last_page_host",
          "last_page_path",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "gclid",
          "fbclid",
          "msclkid",
          "referrer",
          "referrer_host",
          "referrer_medium",
          "referrer_source",
          "device",
          "browser",
          "operating_system",
          "country",
          "channel",
          "is_new",
          "has_cart",
          "has_checkout");

  /** Those that only events give which say how visitors arrive. */
  static final List<String> OF_ARRIVAL =
      COLUMNS.subList(COLUMNS.indexOf("first_page_url"), COLUMNS.indexOf("is_new"));

  private static final List<String> OF_AGENTS = List.of("device", "browser", "operating_system");

  /** Those that only pages give. */
  private static final List<String> OF_PAGES =
      List.of(
          "first_page_url",
          "first_page_host",
          "first_page_path",
          "last_page_url",
          "last_page_host",
          "last_page_path",
          "country");

  public static final List<PublishedTable> PUBLISHED =
      List.of(new PublishedTable("web_sessions", COLUMNS, Rows.HISTORY));

  private SessionTables() {}

  /** The columns that the run's sources do not tell. */
  public static List<String> unknown(RunPlan plan) {
    if (plan.source(SourceKind.PAGES).isPresent()) {
      return List.of();
    }
    boolean agents = tracksSay(List.of("user_agent"), plan);
    boolean origins = tracksSay(WebColumns.ORIGINS_OF_TRACKS, plan);
    return OF_ARRIVAL.stream()
        .filter(
            column ->
                OF_PAGES.contains(column) || (OF_AGENTS.contains(column) ? !agents : !origins))
        .toList();
  }

  private static boolean tracksSay(List<String> columns, RunPlan plan) {
    return plan.source(SourceKind.TRACKS)
        .filter(tracks -> columns.stream().anyMatch(name -> tracks.column(name).isPresent()))
        .isPresent();
  }
}
