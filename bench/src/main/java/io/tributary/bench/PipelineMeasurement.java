package io.tributary.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One run of the whole pipeline over a loaded shop, and what it cost. */
final class PipelineMeasurement {
  /** What the workers gave back, in one file in the run's folder. */
  static final String RESULTS = "results.ndjson";

  private final Path shop;
  private final Path folder;

  /**
   * @param shop whose raw tables are loaded
   * @param folder of the run, made anew
   */
  PipelineMeasurement(Path shop, Path folder) {
    this.shop = shop;
    this.folder = folder;
  }

  /** How often the window is run. */
  enum Runs {
    ONCE,
    /** The second run sends nothing: what it lacks is what the requests cost. */
    TWICE
  }

  ObjectNode measure(BenchProject project, Duration latency, Runs runs)
      throws IOException, SQLException {
    ProjectFiles files = RawTables.copy(shop, folder, project);
    ObjectNode result = Json.MAPPER.createObjectNode();
    try (BenchCloud cloud = BenchCloud.start(files, latency)) {
      CallRate rate = CallRate.watch(cloud.cloud().service());
      ProcessorParts parts = ProcessorParts.watch();
      double processor = Machine.processorSeconds();
      double busy = Machine.busySeconds();
      BenchRun run = cloud.run();
      double used = Machine.processorSeconds() - processor;
      result.put("seconds", run.seconds());
      result.put("processor_seconds", used);
      result.put("processor_seconds_of_others", Machine.busySeconds() - busy - used);
      parts.stop().forEach(result.putObject("parts")::put);
      run.stages().forEach(result.putObject("stages")::put);
      result.put("calls_a_second", rate.stop(project.concurrency()));
      facts(cloud.cloud(), project, latency, result);
      result.put("peak_bytes", Machine.peakMemory());
      keepStatements(cloud.cloud(), result);
      if (runs == Runs.TWICE) {
        secondRun(cloud, result);
      }
      counts(cloud.cloud(), result);
    }
    result.put("warehouse_bytes", Files.size(files.warehouse()));
    return result;
  }

  private static void facts(
      LocalCloud cloud, BenchProject project, Duration latency, ObjectNode result) {
    result.put("concurrency", project.concurrency());
    result.put("latency_seconds", latency.toMillis() / 1e3);
    result.put("calls", cloud.service().calls());
    result.put("paid", cloud.service().paidJourneys());
    result.put("most_at_once", cloud.service().mostAtOnce());
    result.put("transitions", cloud.states().totalTransitions());
  }

  private static void secondRun(BenchCloud cloud, ObjectNode result) {
    long calls = cloud.cloud().service().calls();
    long transitions = cloud.cloud().states().totalTransitions();
    BenchRun again = cloud.run();
    result.put("again_seconds", again.seconds());
    result.put("again_calls", cloud.cloud().service().calls() - calls);
    result.put("again_transitions", cloud.cloud().states().totalTransitions() - transitions);
  }

  /** For the replay: the statements, and what workers gave back, as one file. */
  private void keepStatements(LocalCloud cloud, ObjectNode result)
      throws IOException, SQLException {
    var recorded = RecordedStatements.of(cloud.clients().redshiftData());
    result.put("statement_seconds", RecordedStatements.seconds(recorded));
    Files.write(folder.resolve("statements.json"), Json.bytes(recorded));
    try (Connection connection = cloud.warehouse().connection();
        Statement statement = connection.createStatement()) {
      String target = folder.resolve(RESULTS).toAbsolutePath().toString().replace("'", "''");
      statement.execute(
          "copy (from tributary_store.ihc_answers union all by name"
              + " from tributary.attribution_requests) to '"
              + target
              + "' (format json)");
    }
  }

  private static void counts(LocalCloud cloud, ObjectNode result) throws SQLException {
    try (Connection connection = cloud.warehouse().connection();
        Statement statement = connection.createStatement()) {
      count(statement, result, "sessions", "raw.session_sources");
      count(statement, result, "conversions", "raw.conversions");
      count(statement, result, "journey_rows", "tributary.journey_sessions");
      count(statement, result, "report_rows", "tributary.channel_reporting");
    }
  }

  private static void count(Statement statement, ObjectNode result, String name, String table)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      result.put(name, rows.getLong(1));
    }
  }
}
