package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** (a): the pipeline against the same SQL on DuckDB alone and the time that the calls must take. */
final class ComparisonSection {
  private static final double GOAL = 1.5;

  private final JsonNode load;
  private final JsonNode run;
  private final JsonNode bare;

  ComparisonSection(Figures figures, String size) throws IOException {
    load = figures.of("load-" + size);
    run = figures.of("pipeline-" + size + "-service");
    bare = figures.of("bare-" + size + "-service");
  }

  String text() {
    double calls =
        run.path("calls").asDouble()
            / run.path("concurrency").asDouble()
            * run.path("latency_seconds").asDouble();
    double measure = bare.path("seconds").asDouble() + calls;
    double ratio = run.path("seconds").asDouble() / measure;
    return """
    ## (a) The pipeline and its SQL alone

    %s sessions, %s conversions, %s journey rows, every model; %s calls of %.0f ms, %d at once.
    From StartExecution to the execution's end; the raw tables were loaded before, in %s s.

    """
            .formatted(
                Figures.count(run.path("sessions")),
                Figures.count(run.path("conversions")),
                Figures.count(run.path("journey_rows")),
                Figures.count(run.path("calls")),
                1000 * run.path("latency_seconds").asDouble(),
                run.path("concurrency").asInt(),
                Figures.seconds(load.path("load_seconds")))
        + Figures.head("", "seconds", "processor seconds")
        + Figures.row(
            "the same SQL bare on DuckDB",
            Figures.seconds(bare.path("seconds")),
            Figures.seconds(bare.path("processor_seconds")))
        + Figures.row("calls ÷ concurrency × latency", Figures.seconds(calls), "")
        + Figures.row("both", Figures.seconds(measure), "")
        + Figures.row(
            "**the pipeline**",
            "**" + Figures.seconds(run.path("seconds")) + "**",
            Figures.seconds(run.path("processor_seconds")))
        + Figures.row(
            "pipeline ÷ both",
            "**" + Figures.decimal(ratio) + "**, goal " + GOAL + (ratio > GOAL ? ": missed" : ""),
            "")
        + "\n"
        + stages()
        + (ratio > GOAL ? miss() : "");
  }

  private String stages() {
    StringBuilder text = new StringBuilder(Figures.head("stage", "seconds"));
    for (var stage : run.path("stages").properties()) {
      text.append(Figures.row(stage.getKey(), Figures.seconds(stage.getValue())));
    }
    text.append(
        Figures.row(
            "statements of all stages in the warehouse",
            Figures.seconds(run.path("statement_seconds"))));
    return text.toString();
  }

  private String miss() {
    return """

    Missed. The calls' own time counts no work, and here the service, its callers, the queue, the
    object store and the state machines share the cores with each other: for each request some ten
    requests on loopback are encoded, signed and decoded. On AWS these run elsewhere.
    """;
  }
}
