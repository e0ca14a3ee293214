package io.tributary.sessions;

import io.tributary.run.PublishedTable;
import io.tributary.run.PublishedTable.Rows;
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

  /** Those that only a source of pages gives. */
  public static final List<String> OF_PAGES =
      COLUMNS.subList(COLUMNS.indexOf("first_page_url"), COLUMNS.indexOf("is_new"));

  public static final List<PublishedTable> PUBLISHED =
      List.of(new PublishedTable("web_sessions", COLUMNS, Rows.HISTORY));

  private SessionTables() {}
}
