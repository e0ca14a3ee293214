package io.tributary.local.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that sessions and metrics publish; a profile is told by its smallest identifier. */
final class SessionResults {
  private static final int PROFILE = 1;
  private static final List<String> METRICS =
      List.of(
          "daily_event_metrics",
          "daily_event_metrics_by",
          "weekly_event_metrics",
          "monthly_event_metrics");

  private SessionResults() {}

  static List<List<String>> of(TestCloud cloud) {
    List<List<String>> all = new ArrayList<>(sessions(cloud));
    METRICS.forEach(
        table -> all.addAll(cloud.rows("select * from tributary." + table + " order by 1, 2, 3")));
    return all;
  }

  private static List<List<String>> sessions(TestCloud cloud) {
    Map<String, String> names =
        cloud
            .rows(
                "select profile_id, min(identifier_type || ' ' || identifier)"
                    + " from tributary.identity_map group by profile_id")
            .stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    List<List<String>> sessions = new ArrayList<>();
    for (List<String> row : cloud.rows("select * from tributary.web_sessions order by 1")) {
      List<String> session = new ArrayList<>(row);
      session.set(PROFILE, names.getOrDefault(row.get(PROFILE), row.get(PROFILE)));
      sessions.add(session);
    }
    return sessions;
  }
}
