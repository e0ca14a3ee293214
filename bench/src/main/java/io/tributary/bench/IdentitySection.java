package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** (i): stitching, beside what its parts took alone, and how an increment compares with it all. */
final class IdentitySection {
  /** Seconds for ten million edges on this machine, as the design's prototype measured them. */
  private static final double ENCODING = 8.0;

  private static final double JOINING = 0.63;
  private static final double WRITING = 1.3;
  private static final double PROTOTYPE_EVENTS = 10_000_000;
  private static final double GOAL = 1.5;
  private static final double GOAL_OF_AN_INCREMENT = 0.05;

  private final Figures figures;

  IdentitySection(Figures figures) {
    this.figures = figures;
  }

  String text() throws IOException {
    JsonNode measured = figures.of("identity");
    String text =
        """

        ## (i) Identity

        %s events, %s identifiers, %s profiles: all in the first run, one in a hundred more in the
        second, nothing new in the third. Seconds of the states of `stitch`. *Alone* is what the
        parts took in a prototype on two cores, for as many edges.

        """
            .formatted(
                Figures.count(measured.path("events")),
                Figures.count(measured.path("identifiers")),
                Figures.count(measured.path("profiles")));
    return text + runs(measured) + increments(measured) + joins();
  }

  private static String runs(JsonNode measured) {
    double scale = measured.path("events").asDouble() / PROTOTYPE_EVENTS;
    StringBuilder text =
        new StringBuilder(Figures.head("state", "alone", "all events", "1 % more", "nothing new"));
    text.append(row(measured, "encode", "encode", ENCODING * scale));
    text.append(row(measured, "link", "link", JOINING * scale));
    text.append(row(measured, "replay", "replay", Double.NaN));
    text.append(row(measured, "link in order", "link in order", Double.NaN));
    text.append(row(measured, "profiles", "profiles (write-back)", WRITING * scale));
    text.append(row(measured, "stitching", "**all of it**", alone(measured)));
    text.append(row(measured, "whole", "the whole run", Double.NaN));
    return text.toString();
  }

  private static String row(JsonNode measured, String key, String name, double alone) {
    StringBuilder cells = new StringBuilder();
    for (String run : List.of("full", "increment", "idle")) {
      cells.append(cells.isEmpty() ? "" : " | ");
      cells.append(Figures.seconds(measured.path(run).path(key)));
    }
    return Figures.row(name, Double.isNaN(alone) ? "" : Figures.seconds(alone), cells);
  }

  private static double alone(JsonNode measured) {
    return (ENCODING + JOINING + WRITING) * measured.path("events").asDouble() / PROTOTYPE_EVENTS;
  }

  private static String increments(JsonNode measured) {
    double full = measured.path("full").path("stitching").asDouble();
    double idle = measured.path("idle").path("stitching").asDouble();
    double more = measured.path("increment").path("stitching").asDouble() - idle;
    double times = full / alone(measured);
    return """

        All of it is %.2f × its parts alone, goal %.1f: %s. An increment of 1 %% takes %.1f %% of the
        time of all events beyond what a run without new events takes, goal %.0f %%: %s. The process
        had at most %s MiB resident, and the warehouse has %s MiB.

        """
        .formatted(
            times,
            GOAL,
            verdict(times <= GOAL),
            100 * more / full,
            100 * GOAL_OF_AN_INCREMENT,
            verdict(more <= GOAL_OF_AN_INCREMENT * full),
            Figures.mebibytes(measured.path("peak_bytes")),
            Figures.mebibytes(measured.path("warehouse_bytes")));
  }

  private static String verdict(boolean held) {
    return held ? "held" : "missed";
  }

  private String joins() throws IOException {
    StringBuilder text =
        new StringBuilder("Union-find alone, rows read from CSV, joined, and labelled:\n\n");
    text.append(
        Figures.head(
            "edges are",
            "edges",
            "identifiers",
            "profiles",
            "seconds",
            "ns an edge",
            "bytes an edge"));
    for (JsonNode shape : figures.of("unionfind")) {
      double edges = shape.path("edges").asDouble();
      text.append(
          Figures.row(
              shape.path("shape").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
              Figures.count(shape.path("edges")),
              Figures.count(shape.path("identifiers")),
              Figures.count(shape.path("profiles")),
              Figures.seconds(shape.path("seconds")),
              Figures.decimal(1e9 * shape.path("seconds").asDouble() / edges),
              Figures.decimal(shape.path("memory_bytes").asDouble() / edges)));
    }
    return text.toString();
  }
}
