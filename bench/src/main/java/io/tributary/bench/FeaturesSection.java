package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** (l): features beside SQL that a person wrote for the same, and many as-of times beside one. */
final class FeaturesSection {
  private static final double GOAL = 1.5;
  private static final double GOAL_OF_TIMES = 10;
  private static final double GOAL_OF_MEMORY = 4;
  private static final double BYTES_A_GIBIBYTE = 1L << 30;

  private final Figures figures;
  private final long largest;

  /**
   * @param largest the most events that are measured by default
   */
  FeaturesSection(Figures figures, long largest) {
    this.figures = figures;
    this.largest = largest;
  }

  String text() throws IOException {
    return """

    ## (l) Features

    The built-in features but those of web sessions, from staged events with a JSON payload to rows
    of features; twelve events a profile. The goal is at most %s times by hand, in processor seconds
    as the machine may not be quiet, and at most %.0f GiB. *1 %% more* is a run over as many events
    and one in a hundred, which calculates all profiles anew.

    %s%s
    %s\
    """
        .formatted(
            Figures.decimal(GOAL),
            GOAL_OF_MEMORY,
            Figures.head(
                "events",
                "profiles",
                "the stage",
                "processor",
                "by hand",
                "processor",
                "of by hand",
                "of linear",
                "1 % more",
                "profiles that differ",
                "GiB"),
            rows(),
            series());
  }

  private String rows() throws IOException {
    StringBuilder rows = new StringBuilder();
    JsonNode first = null;
    for (long size : List.of(largest / 10, 3 * largest / 10, largest, 3 * largest)) {
      JsonNode one = figures.of("features-" + size);
      if (!one.isEmpty()) {
        first = first == null ? one : first;
        rows.append(row(one, first));
      }
    }
    return rows.toString();
  }

  private static String row(JsonNode size, JsonNode first) {
    double share = processor(size, "stage") / processor(size, "by_hand");
    double memory = size.path("peak_bytes").asLong() / BYTES_A_GIBIBYTE;
    double linear = each(size) / each(first);
    List<Object> cells = new ArrayList<>();
    cells.add(Figures.count(size.path("events")));
    cells.add(Figures.count(size.path("profiles")));
    cells.add(Figures.decimal(size.path("stage_seconds").asDouble()));
    cells.add(Figures.decimal(processor(size, "stage")));
    cells.add(Figures.seconds(size.path("by_hand_seconds")));
    cells.add(Figures.seconds(size.path("by_hand_processor_seconds")));
    cells.add(size.has("by_hand_seconds") ? Figures.decimal(share) + missed(share > GOAL) : "");
    cells.add(size == first ? "" : Figures.decimal(linear));
    cells.add(Figures.decimal(processor(size, "more")));
    cells.add(Figures.count(size.path("different")));
    cells.add(Figures.decimal(memory) + missed(memory > GOAL_OF_MEMORY));
    return Figures.row(cells.toArray());
  }

  /** Processor seconds an event. */
  private static double each(JsonNode size) {
    return processor(size, "stage") / size.path("events").asDouble();
  }

  private String series() throws IOException {
    JsonNode series = figures.of("features-series-" + largest / 10);
    if (series.isEmpty()) {
      return "52 weekly as-of times were not measured.\n";
    }
    double times = processor(series, "series") / processor(series, "stage");
    return """
    52 weekly as-of times of %s events: %s rows in %s processor seconds, %s times those of one
    (%s), goal %.0f%s; at most %s GiB.
    """
        .formatted(
            Figures.count(series.path("events")),
            Figures.count(series.path("series_rows")),
            Figures.decimal(processor(series, "series")),
            Figures.decimal(times),
            Figures.decimal(processor(series, "stage")),
            GOAL_OF_TIMES,
            missed(times > GOAL_OF_TIMES),
            Figures.decimal(series.path("peak_bytes").asLong() / BYTES_A_GIBIBYTE));
  }

  private static double processor(JsonNode size, String what) {
    return size.path(what + "_processor_seconds").asDouble();
  }

  private static String missed(boolean isMissed) {
    return isMissed ? " (missed)" : "";
  }
}
