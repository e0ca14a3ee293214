package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** (k): web sessions and metrics beside SQL that a person wrote for the same. */
final class SessionsSection {
  private static final double GOAL = 1.5;
  private static final double BYTES_A_GIBIBYTE = 1L << 30;

  private final Figures figures;
  private final List<String> sizes;

  /**
   * @param sizes numbers of events, ascending; those that were not measured are left out
   */
  SessionsSection(Figures figures, List<String> sizes) {
    this.figures = figures;
    this.sizes = sizes;
  }

  String text() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String size : sizes) {
      rows.append(row(figures.of("sessions-" + size)));
    }
    return """

    ## (k) Web sessions and metrics

    From staged events, half of them pages, twelve of a user, to the history of sessions and to
    metrics by day, dimension, week and month. The goal is at most %s times by hand, in processor
    seconds as the machine may not be quiet; user agents are parsed beside it. *1 %% more* is a run
    over as many events and one in a hundred.

    %s%s"""
        .formatted(
            Figures.decimal(GOAL),
            Figures.head(
                "events",
                "sessions",
                "the stages",
                "processor",
                "by hand",
                "of by hand",
                "metrics",
                "by hand",
                "of by hand",
                "1 % more",
                "that differ",
                "GiB"),
            rows);
  }

  private static String row(JsonNode size) {
    double stages = processor(size, "cut") + processor(size, "sessions");
    double metrics = processor(size, "metrics");
    return Figures.row(
        Figures.count(size.path("events")),
        Figures.count(size.path("sessions")),
        Figures.decimal(seconds(size, "cut") + seconds(size, "sessions")),
        Figures.decimal(stages),
        Figures.decimal(processor(size, "sessions_by_hand")),
        share(stages / processor(size, "sessions_by_hand")),
        Figures.decimal(metrics),
        Figures.decimal(processor(size, "metrics_by_hand")),
        share(metrics / processor(size, "metrics_by_hand")),
        Figures.decimal(processor(size, "increment_cut") + processor(size, "increment_sessions")),
        Figures.count(size.path("different")),
        Figures.decimal(size.path("peak_bytes").asLong() / BYTES_A_GIBIBYTE));
  }

  private static double seconds(JsonNode size, String what) {
    return size.path(what + "_seconds").asDouble();
  }

  private static double processor(JsonNode size, String what) {
    return size.path(what + "_processor_seconds").asDouble();
  }

  private static String share(double share) {
    return Figures.decimal(share) + (share > GOAL ? " (missed)" : "");
  }
}
