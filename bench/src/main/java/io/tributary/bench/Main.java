package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.bench.PipelineMeasurement.Runs;
import io.tributary.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * One measurement a process, so that none warms up another and each has a peak memory of its own.
 * The first argument is the bench's working folder, then the measurement and what it takes; its
 * figures go to {@code figures/<measurement>-….json} there.
 */
final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    Path work = Path.of(arguments[0]);
    String what = arguments[1];
    switch (what) {
      case "machine" -> keep(work, what, Machine.facts());
      case "load" -> keep(work, name(what, arguments[2]), load(work, arguments[2]));
      case "pipeline" ->
          keep(work, name(what, arguments[2], arguments[3]), pipeline(work, arguments));
      case "bare" -> keep(work, name(what, arguments[2], arguments[3]), bare(work, arguments));
      case "identity" ->
          keep(
              work,
              what,
              new IdentityMeasurement(work.resolve(what)).measure(Long.parseLong(arguments[2])));
      case "unionfind" ->
          keep(work, what, UnionFindMeasurement.measure(Integer.parseInt(arguments[2])));
      case "attributes" ->
          keep(
              work,
              what,
              new AttributesMeasurement(work.resolve(what)).measure(Long.parseLong(arguments[2])));
      case "sessions" ->
          keep(
              work,
              name(what, arguments[2]),
              new SessionsMeasurement(work.resolve(name(what, arguments[2])))
                  .measure(Long.parseLong(arguments[2])));
      case "features" ->
          keep(
              work,
              name(what, arguments[2]),
              new FeaturesMeasurement(work.resolve(name(what, arguments[2])))
                  .measure(Long.parseLong(arguments[2])));
      case "features-series" ->
          keep(
              work,
              name(what, arguments[2]),
              new FeaturesMeasurement(work.resolve(name(what, arguments[2])))
                  .measureSeries(Long.parseLong(arguments[2])));
      case "packing" -> keep(work, what, PackingMeasurement.measure());
      case "results" ->
          Results.write(
              work.resolve("figures"),
              Path.of(arguments[2]),
              List.of(arguments).subList(3, 6),
              arguments[6]);
      default -> throw new IllegalArgumentException("There is no measurement " + what);
    }
    // What a library's threads still do is of no interest.
    System.exit(0);
  }

  private static JsonNode load(Path work, String sessions) throws IOException, SQLException {
    return RawTables.load(shop(work, sessions), Long.parseLong(sessions));
  }

  /**
   * {@code pipeline <sessions> <name> <ihc|built-in> <concurrency> <milliseconds> <ONCE|TWICE>}.
   */
  private static JsonNode pipeline(Path work, String[] arguments) throws IOException, SQLException {
    var project = new BenchProject(arguments[4].equals("ihc"), Integer.parseInt(arguments[5]));
    return new PipelineMeasurement(shop(work, arguments[2]), run(work, arguments[2], arguments[3]))
        .measure(
            project, Duration.ofMillis(Long.parseLong(arguments[6])), Runs.valueOf(arguments[7]));
  }

  private static JsonNode bare(Path work, String[] arguments) throws IOException, SQLException {
    return BareReplay.of(shop(work, arguments[2]), run(work, arguments[2], arguments[3]));
  }

  private static Path shop(Path work, String sessions) {
    return work.resolve("shop-" + sessions);
  }

  private static Path run(Path work, String sessions, String name) {
    return work.resolve("run-" + sessions + "-" + name);
  }

  private static String name(String... parts) {
    return String.join("-", parts);
  }

  private static void keep(Path work, String name, JsonNode figures) throws IOException {
    Path folder = Files.createDirectories(work.resolve("figures"));
    Files.write(folder.resolve(name + ".json"), Json.bytes(figures));
    System.out.println(name + " " + figures);
  }
}
