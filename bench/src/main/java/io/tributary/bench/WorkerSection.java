package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** (c): how near the workers come to concurrency ÷ latency. */
final class WorkerSection {
  private static final double GOAL = 0.9;

  private final Figures figures;
  private final List<String> runs;

  WorkerSection(Figures figures, List<String> sizes) {
    this.figures = figures;
    this.runs =
        List.of(
            sizes.get(0) + "-workers-4-250",
            sizes.get(0) + "-workers-8-250",
            sizes.get(1) + "-workers-32-500",
            sizes.get(1) + "-service");
  }

  String text() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """

            ## (c) Throughput of the workers

            Calls a second that reach the service in a run of the whole pipeline, between the first
            and the last tenth of its calls, less one round, so that a burst cannot pass for a rate:
            the figure errs on the low side, by concurrency ÷ calls. A worker serves one request at a time, so what it does
            around its call counts against it. Goal: 90% of concurrency ÷ latency.

            """);
    text.append(
        Figures.head(
            "concurrency", "latency", "calls", "possible a second", "measured", "share", "goal"));
    boolean missed = false;
    for (String name : runs) {
      JsonNode run = figures.of("pipeline-" + name);
      if (run.isEmpty()) {
        text.append(Figures.row(name, "not measured", "", "", "", "", ""));
        continue;
      }
      if (run.path("calls_a_second").asDouble() == 0) {
        text.append(Figures.row(name, "too few calls to tell", "", "", "", "", ""));
        continue;
      }
      double possible = run.path("concurrency").asDouble() / run.path("latency_seconds").asDouble();
      double share = run.path("calls_a_second").asDouble() / possible;
      missed |= !(share >= GOAL);
      text.append(
          Figures.row(
              run.path("concurrency").asInt(),
              "%.0f ms".formatted(1000 * run.path("latency_seconds").asDouble()),
              Figures.count(run.path("calls")),
              Figures.decimal(possible),
              Figures.decimal(run.path("calls_a_second").asDouble()),
              Figures.percent(share),
              share >= GOAL ? "met" : "missed"));
    }
    return text + (missed ? miss() : "");
  }

  private static String miss() {
    return """

    Around its call a worker sends a heartbeat, claims, reads the body, keeps the result and reports
    back, one after another; that time is lost to the next call, and weighs less the longer the
    service takes. It grows where the cores are busy: section (a) says with what.
    """;
  }
}
