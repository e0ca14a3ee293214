package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;

/** (a): the pipeline against the same SQL on DuckDB alone and the time that the calls must take. */
final class ComparisonSection {
  private static final double GOAL = 1.5;

  private final JsonNode load;
  private final JsonNode run;
  private final JsonNode bare;
  private final int cores;

  ComparisonSection(Figures figures, String size) throws IOException {
    load = figures.of("load-" + size);
    run = figures.of("pipeline-" + size + "-service");
    bare = figures.of("bare-" + size + "-service");
    cores = figures.of("machine").path("cores").asInt(1);
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
            "÷ bare: "
                + Figures.decimal(
                    run.path("processor_seconds").asDouble()
                        / bare.path("processor_seconds").asDouble()))
        + "\n"
        + stages()
        + parts()
        + (ratio > GOAL ? miss() : "");
  }

  private String parts() {
    StringBuilder text =
        new StringBuilder(
            """

            Where the processor time went, by the threads that used it:

            """);
    text.append(Figures.head("part", "processor seconds", "milliseconds a call"));
    double left = run.path("processor_seconds").asDouble();
    for (var part : run.path("parts").properties()) {
      text.append(part(part.getKey(), part.getValue().asDouble()));
      left -= part.getValue().asDouble();
    }
    text.append(part("other threads, and those that ended between two looks", left));
    return text.toString();
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

  private String part(String name, double seconds) {
    double calls = Math.max(1, run.path("calls").asDouble());
    String each = String.format(Locale.ROOT, "%.1f", 1000 * seconds / calls);
    return Figures.row(name, Figures.seconds(seconds), each);
  }

  /** Only what this run measured: a run that waited for a busy machine must not blame the work. */
  private String miss() {
    double used = run.path("processor_seconds").asDouble();
    double sql = bare.path("processor_seconds").asDouble();
    double others = Math.max(0, run.path("processor_seconds_of_others").asDouble());
    double calls = Math.max(1, run.path("calls").asDouble());
    double all = run.path("seconds").asDouble() * cores;
    return """

    Missed. The run used %s of the time of %d cores, and other processes on the machine another %s;
    the bare SQL ran after it, under whatever load there was then. Of its %s processor seconds %s are
    those of the bare SQL. The other %s, or %.0f ms for each of the calls, are what the bare figure
    leaves out: the queue, the object store, the state machines, the worker and the service's
    stand-in. Here they share the cores; in production each but the worker is a service of AWS.
    """
        .formatted(
            Figures.percent(used / all),
            cores,
            Figures.percent(others / all),
            Figures.seconds(used),
            Figures.seconds(sql),
            Figures.seconds(used - sql),
            1000 * (used - sql) / calls);
  }
}
