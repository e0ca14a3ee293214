package io.tributary.events;

import io.tributary.config.BoundSource;
import io.tributary.config.SourceKind;
import io.tributary.run.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The columns of tracks and pages that web sessions read, staged as they are beside the payload.
 */
public record WebColumns(BoundSource bound) {
  private static final List<String> OF_PAGES =
      List.of(
          "url",
          "path",
          "referrer",
          "campaign_source",
          "campaign_medium",
          "campaign_name",
          "campaign_term",
          "campaign_content",
          "user_agent",
          "country");

  /** Those of tracks that say how somebody arrived where there is no page. */
  public static final List<String> ORIGINS_OF_TRACKS =
      List.of(
          "page_url",
          "page_path",
          "referrer",
          "campaign_source",
          "campaign_medium",
          "campaign_name",
          "campaign_term",
          "campaign_content");

  /** What the columns are called in the table of all events; none in a project without sessions. */
  static List<String> ofAll(RunPlan plan) {
    List<String> names = new ArrayList<>();
    if (plan.project().hasWebEvents()) {
      names.add("anonymous_id");
      OF_PAGES.forEach(column -> names.add(name(column)));
    }
    return names;
  }

  /** Those that the source brings: the values over the raw table, and the names. */
  List<Map<String, String>> placeholders() {
    List<Map<String, String>> columns = new ArrayList<>();
    if (bound.source().kind().isWeb()) {
      add("anonymous_id", "anonymous_id", columns);
    }
    if (bound.source().kind() == SourceKind.PAGES) {
      OF_PAGES.forEach(column -> add(column, name(column), columns));
    }
    if (bound.source().kind() == SourceKind.TRACKS) {
      ORIGINS_OF_TRACKS.forEach(column -> add(column, name(column), columns));
      add("user_agent", name("user_agent"), columns);
    }
    return columns;
  }

  private void add(String logical, String name, List<Map<String, String>> columns) {
    bound
        .column(logical)
        .ifPresent(
            physical ->
                columns.add(Map.of("raw", new RawColumn(bound, physical).text(), "name", name)));
  }

  private static String name(String column) {
    return column.startsWith("page_") ? column : "page_" + column;
  }
}
