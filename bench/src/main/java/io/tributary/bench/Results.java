package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The page of results, a table a question. What was missed is said and explained. */
final class Results {
  private static final double BYTES_A_GIBIBYTE = 1L << 30;
  private static final List<String> SECTIONS = List.of("a", "b", "c", "d", "e", "i", "j", "k", "l");

  private final Figures figures;
  private final List<String> sizes;

  private Results(Figures figures, List<String> sizes) {
    this.figures = figures;
    this.sizes = sizes;
  }

  /**
   * Writes the page.
   *
   * @param sizes the shops' sessions, ascending; the second is that of the comparison
   * @param measured the letters of the sections that were measured; the page keeps the others
   */
  static void write(Path folder, Path page, List<String> sizes, String measured)
      throws IOException {
    Results results = new Results(new Figures(folder), sizes);
    String before = Files.exists(page) ? Files.readString(page) : "";
    StringBuilder text = new StringBuilder(results.machine());
    for (String section : SECTIONS) {
      text.append(measured.contains(section) ? results.section(section) : kept(before, section));
    }
    Files.writeString(page, text.toString());
  }

  private String section(String letter) throws IOException {
    String text =
        switch (letter) {
          case "a" -> new ComparisonSection(figures, sizes.get(1)).text();
          case "b" -> packing();
          case "c" -> new WorkerSection(figures, sizes).text();
          case "d" -> transitions();
          case "i" -> new IdentitySection(figures).text();
          case "j" -> new AttributesSection(figures).text();
          case "l" -> new FeaturesSection(figures, Long.parseLong(sizes.get(2))).text();
          case "k" -> new SessionsSection(figures).text();
          default -> new GrowthSection(figures, sizes).text();
        };
    int heading = text.indexOf('\n', text.indexOf("## "));
    return text.substring(0, heading + 1) + "\n" + when() + text.substring(heading + 1);
  }

  private String when() throws IOException {
    JsonNode machine = figures.of("machine");
    double load = machine.path("load_before").asDouble();
    return "Measured %s, load before %.2f%s.\n"
        .formatted(
            machine.path("date").asText(),
            load,
            load > 1
                ? ": the machine was not quiet; seconds are too long and tell little beside one"
                    + " another, processor seconds tell more"
                : "");
  }

  /** The section as the page has it; empty where it has none. */
  private static String kept(String page, String letter) {
    int from = page.indexOf("\n## (" + letter + ")");
    int to = page.indexOf("\n## (", from + 1);
    return from < 0 ? "" : page.substring(from, to < 0 ? page.length() : to);
  }

  private String machine() throws IOException {
    JsonNode machine = figures.of("machine");
    return """
    # What the benchmark measured last

    Written by `bench/run`; how it measures stands in `README.md` beside this page.

    | | |
    |---|---|
    | cores | %d |
    | memory | %.1f GiB |
    | JDK | %s |
    | system | %s |
    """
        .formatted(
            machine.path("cores").asInt(),
            machine.path("memory_bytes").asLong() / BYTES_A_GIBIBYTE,
            machine.path("jdk").asText(),
            machine.path("system").asText());
  }

  private String packing() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """

            ## (b) Packing 100 thousand journeys

            At most 100 journeys and 200 sessions a request. The bound is what no packing can go
            below: by journeys, by sessions, and by journeys too long to share a request.
            *Requests* are those of the pipeline's partitions, *at once* those of one partition.

            """);
    text.append(
        Figures.head(
            "journeys", "sessions", "bound", "requests", "over", "at once", "over", "seconds"));
    for (JsonNode shape : figures.of("packing")) {
      double bound = shape.path("bound").asDouble();
      long requests = shape.path("requests").asLong();
      long together = shape.path("requests_of_one_partition").asLong();
      text.append(
          Figures.row(
              shape.path("shape").asText(),
              Figures.count(shape.path("sessions")),
              Figures.count(shape.path("bound")),
              Figures.count(shape.path("requests")),
              Figures.percent(requests / bound - 1),
              Figures.count(shape.path("requests_of_one_partition")),
              Figures.percent(together / bound - 1),
              String.format(Locale.ROOT, "%.3f", shape.path("seconds").asDouble())));
    }
    return text.toString();
  }

  private String transitions() throws IOException {
    JsonNode run = figures.of("pipeline-" + sizes.get(1) + "-service");
    long all = run.path("transitions").asLong();
    long fixed = run.path("again_transitions").asLong();
    double each = (all - fixed) / run.path("calls").asDouble();
    return """

    ## (d) State transitions

    A state entered or tried again, in all executions of a run. The second run over the same window
    sends nothing: the difference is what the requests cost, the goal is at most 3 each.

    | run of (a) | again, without a request | requests | transitions a request |
    |---|---|---|---|
    | %s | %s | %s | %s%s |
    """
        .formatted(
            Figures.count(run.path("transitions")),
            Figures.count(run.path("again_transitions")),
            Figures.count(run.path("calls")),
            Figures.decimal(each),
            each > 3 ? " (missed)" : "");
  }
}
