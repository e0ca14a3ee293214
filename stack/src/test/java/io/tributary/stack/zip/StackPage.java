package io.tributary.stack.zip;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The page that {@code bench/stack} writes. A run that was not measured is named as such. */
record StackPage(Path work) {
  private static final double MEBIBYTE = 1 << 20;
  private static final double GOAL_SECONDS = 2;

  static void write(Path work, Path page) throws IOException {
    var text = new StackPage(work);
    Files.writeString(page, text.start() + text.use("demo") + text.use("million"));
  }

  private String start() throws IOException {
    JsonNode start = figures("start");
    double plain = start.at("/plain/first_answer").asDouble();
    double load = start.path("load_before").asDouble();
    return """
    # What the functions' zip measured last

    Written by `bench/stack` on %s: JDK %s, %d cores, load before %.1f%s.

    | zip | unpacked | class archive |
    |---|---|---|
    | %.1f MiB | %.1f MiB | %.1f MiB |

    Medians of 7 starts, each a process of its own; the warm call is the median of 300 through the
    fake Runtime API. The worker is started, with a message that it cannot read: no service is called.

    | start | first poll | first answer | processor time until then | warm call | peak memory |
    |---|---|---|---|---|---|
    %s%s
    The goal is a first answer within 2 s: %s. With the archive it takes %.0f%% of the processor time.
    An archive holds classes of jars only, and Lambda's managed runtime puts the zip's root on the class
    path as a folder: there it would need a runtime of one's own, and SnapStart serves better.
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            load,
            quiet(load),
            start.path("zip_bytes").asDouble() / MEBIBYTE,
            start.path("unpacked_bytes").asDouble() / MEBIBYTE,
            start.path("archive_bytes").asDouble() / MEBIBYTE,
            startRow("plain", start.path("plain")),
            startRow("with a class archive", start.path("archived")),
            plain < GOAL_SECONDS ? "met" : "missed",
            100
                * start.at("/archived/processor").asDouble()
                / start.at("/plain/processor").asDouble());
  }

  private static String quiet(double load) {
    return load > 1 ? ", so the machine was not quiet and times are too long" : "";
  }

  private static String startRow(String name, JsonNode start) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f s | %.2f s | %.2f s | %.1f ms | %.0f MiB |%n",
        name,
        start.path("first_poll").asDouble(),
        start.path("first_answer").asDouble(),
        start.path("processor").asDouble(),
        1000 * start.path("warm_call").asDouble(),
        start.path("memory_bytes").asDouble() / MEBIBYTE);
  }

  private String use(String name) throws IOException {
    JsonNode use = figures(name);
    if (use.isEmpty()) {
      return "\n## A run of the shop " + name + "\n\nNot measured.\n";
    }
    StringBuilder rows = new StringBuilder();
    long calls = 0;
    double seconds = 0;
    for (var function : use.path("functions").properties()) {
      if (function.getValue().path("calls").asLong() == 0) {
        continue;
      }
      calls += function.getValue().path("calls").asLong();
      seconds += function.getValue().path("seconds").asDouble();
      rows.append(functionRow(function.getKey(), function.getValue()));
    }
    return """

    ## A run of the shop %s

    %,d sessions, %,d conversions, %,d requests, every model; load before %.1f%s.
    Counted in the local cloud: on AWS calls are as many and wait longer for their services, and a new
    environment starts as above. A worker waits for its turn by the project's requests_per_second, 10 if
    it says nothing: of its seconds most are that wait.

    | state transitions | function calls | function seconds |
    |---|---|---|
    | %,d | %,d | %,.1f |

    | function | calls | seconds |
    |---|---|---|
    %s"""
        .formatted(
            name,
            use.path("sessions").asLong(),
            use.path("conversions").asLong(),
            use.path("requests").asLong(),
            use.path("load_before").asDouble(),
            quiet(use.path("load_before").asDouble()),
            use.path("transitions").asLong(),
            calls,
            seconds,
            rows);
  }

  private static String functionRow(String name, JsonNode use) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,.2f |%n",
        name,
        use.path("calls").asLong(),
        use.path("seconds").asDouble());
  }

  private JsonNode figures(String name) throws IOException {
    Path file = work.resolve(name + ".json");
    return Files.exists(file)
        ? Json.MAPPER.readTree(file.toFile())
        : Json.MAPPER.createObjectNode();
  }
}
