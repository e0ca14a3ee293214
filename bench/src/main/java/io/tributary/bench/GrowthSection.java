package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** (e): how time, memory and the warehouse grow with the shop. */
final class GrowthSection {
  private static final List<String> STAGES =
      List.of("extract", "journeys", "attribute", "credit", "report", "publish");

  private final Figures figures;
  private final List<String> sizes;

  GrowthSection(Figures figures, List<String> sizes) {
    this.figures = figures;
    this.sizes = sizes;
  }

  String text() throws IOException {
    return """

    ## (e) Growth

    Seconds by stage; the service answers at once. Memory is the most that the process had
    resident, with a heap of at most half the machine's memory, as `./tributary run` starts it, and
    a warehouse that may take 60%. *Of linear* is the time a session compared with the size before.

    """
        + loads()
        + "\nThe built-in models, without ihc:\n\n"
        + runs("built-in")
        + "\nEvery model, with ihc:\n\n"
        + runs("ihc");
  }

  private String loads() throws IOException {
    StringBuilder text =
        new StringBuilder(
            Figures.head(
                "sessions", "conversions", "loading the CSV files", "peak MiB", "warehouse MiB"));
    for (String size : sizes) {
      JsonNode load = figures.of("load-" + size);
      text.append(
          Figures.row(
              Figures.count(load.path("raw.session_sources")),
              Figures.count(load.path("raw.conversions")),
              Figures.seconds(load.path("load_seconds")),
              Figures.mebibytes(load.path("peak_bytes")),
              Figures.mebibytes(load.path("warehouse_bytes"))));
    }
    return text.toString();
  }

  private String runs(String models) throws IOException {
    Map<String, JsonNode> runs = new LinkedHashMap<>();
    for (String size : sizes) {
      runs.put(size, figures.of("pipeline-" + size + "-" + models));
    }
    StringBuilder text =
        new StringBuilder(
            Figures.head(
                "sessions",
                "calls",
                "extract",
                "journeys",
                "attribute",
                "credit",
                "report",
                "publish",
                "whole run",
                "of linear",
                "peak MiB",
                "warehouse MiB"));
    double before = Double.NaN;
    for (var entry : runs.entrySet()) {
      JsonNode run = entry.getValue();
      if (run.isEmpty()) {
        text.append(Figures.row(entry.getKey(), "not measured: it failed or had no time left"));
        continue;
      }
      double each = run.path("seconds").asDouble() / run.path("sessions").asDouble();
      text.append(row(run, Double.isFinite(before) ? Figures.decimal(each / before) : ""));
      before = each;
    }
    return text.toString();
  }

  private static String row(JsonNode run, String linear) {
    StringBuilder stages = new StringBuilder();
    for (String stage : STAGES) {
      stages.append(stages.isEmpty() ? "" : " | ");
      stages.append(Figures.seconds(run.path("stages").path(stage)));
    }
    return Figures.row(
        Figures.count(run.path("sessions")),
        Figures.count(run.path("calls")),
        stages,
        Figures.seconds(run.path("seconds")),
        linear,
        Figures.mebibytes(run.path("peak_bytes")),
        Figures.mebibytes(run.path("warehouse_bytes")));
  }
}
