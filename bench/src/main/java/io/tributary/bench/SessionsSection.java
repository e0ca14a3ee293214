package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** (k): web sessions and metrics beside SQL that a person wrote for the same. */
final class SessionsSection {
  private static final double GOAL = 1.5;
  private static final double BYTES_A_GIBIBYTE = 1L << 30;

  private final Figures figures;

  SessionsSection(Figures figures) {
    this.figures = figures;
  }

  String text() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String size : figures.sizes("sessions")) {
      rows.append(row(figures.of("sessions-" + size)));
    }
    return """

    ## (k) Web sessions and metrics

    From staged events, half of them pages, twelve of a user, to the history of sessions and to
    metrics by day, dimension, week and month. The goal is at most %s times by hand, in processor
    seconds as the machine may not be quiet; user agents are parsed beside it. *1 %% more* is a run
    over as many events and one in a hundred, and its part of what the stages took. *That differ* are
    sessions and rows of metrics of which any column is another than by hand; GiB is the peak of the
    process before that is compared, with 2,500 MB for the warehouse unless told otherwise. More than ten
    million are not tried by hand: in one statement they need more memory.

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
                "of the stages",
                "that differ",
                "GiB"),
            rows);
  }

  private static String row(JsonNode size) {
    double stages = processor(size, "cut") + processor(size, "sessions");
    double metrics = processor(size, "metrics");
    double more = processor(size, "increment_cut") + processor(size, "increment_sessions");
    return Figures.row(
        Figures.count(size.path("events")),
        Figures.count(size.path("sessions")),
        Figures.decimal(seconds(size, "cut") + seconds(size, "sessions")),
        Figures.decimal(stages),
        Figures.seconds(size.path("sessions_by_hand_processor_seconds")),
        share(stages, size.path("sessions_by_hand_processor_seconds")),
        Figures.decimal(metrics),
        Figures.seconds(size.path("metrics_by_hand_processor_seconds")),
        share(metrics, size.path("metrics_by_hand_processor_seconds")),
        Figures.decimal(more),
        Figures.decimal(100 * more / stages) + " %",
        Figures.count(size.path("different"))
            + ", "
            + Figures.count(size.path("metrics_different")),
        Figures.decimal(size.path("peak_bytes").asLong() / BYTES_A_GIBIBYTE));
  }

  private static double seconds(JsonNode size, String what) {
    return size.path(what + "_seconds").asDouble();
  }

  private static double processor(JsonNode size, String what) {
    return size.path(what + "_processor_seconds").asDouble();
  }

  private static String share(double seconds, JsonNode byHand) {
    if (byHand.isMissingNode()) {
      return "";
    }
    double share = seconds / byHand.asDouble();
    return Figures.decimal(share) + (share > GOAL ? " (missed)" : "");
  }
}
