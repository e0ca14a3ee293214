package io.tributary.stack.zip;

import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.config.Attribution;
import io.tributary.config.ProjectReader;
import io.tributary.json.Json;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.FunctionHost;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.local.load.RawLoader;
import io.tributary.local.states.Pace;
import io.tributary.run.PlanStep;
import io.tributary.run.RunRequest;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A shop's local cloud, its raw tables loaded, its functions here or in the zip. */
final class ShopCloud implements AutoCloseable {
  /** The key of the attribution service, which no log may hold. */
  static final String KEY = "zip-key-4711";

  /** Queries without numbers of runs and moments of calculation, which differ by right. */
  private static final Map<String, String> PUBLISHED =
      Map.ofEntries(
          Map.entry("conversions", "select * from %s order by conversion_id"),
          Map.entry("journey_sessions", "select * from %s order by conversion_id, position"),
          Map.entry(
              "attribution_customer_journey",
              "select * from %s order by model, conversion_id, session_id"),
          Map.entry("channel_reporting", "select * from %s order by model, channel_name, date"),
          Map.entry("identity_map", "select * from %s order by identifier_type, identifier"),
          Map.entry(
              "identity_quarantine",
              "select identifier_type, identifier, reason, limit_type, limit_value, event_id,"
                  + " source, event_time from %s order by event_id, source, identifier"),
          Map.entry(
              "profile_attributes",
              "select profile_id, attribute_id, value from %s"
                  + " order by profile_id, attribute_id, value"),
          Map.entry("profile_attributes_wide", "select * from %s order by profile_id"),
          Map.entry("context_values", "select context_key, value from %s order by context_key"));

  private final LocalCloud cloud;
  private final String rawSchema;

  private ShopCloud(LocalCloud cloud, String rawSchema) {
    this.cloud = cloud;
    this.rawSchema = rawSchema;
  }

  /** A cloud whose pipeline goes faster than the clock, and whose service asks for the key. */
  static ShopCloud fast(Shop shop, Optional<FunctionHost> host) throws IOException, SQLException {
    return start(shop.files(), fast(), host).withRawTables(shop.files());
  }

  /** A cloud as {@code ./tributary run} starts it. */
  static ShopCloud usual(ProjectFiles files) throws IOException, SQLException {
    return start(files, CloudSettings.usual(), Optional.empty()).withRawTables(files);
  }

  /** A cloud with the project's file and without raw tables. */
  static ShopCloud empty(ProjectFiles files) throws IOException {
    return start(files, fast(), Optional.empty());
  }

  private static ShopCloud start(
      ProjectFiles files, CloudSettings settings, Optional<FunctionHost> host) throws IOException {
    byte[] text = Files.readAllBytes(files.projectFile());
    var project =
        ProjectReader.read("tributary.yaml", new String(text, StandardCharsets.UTF_8))
            .project()
            .orElseThrow();
    var ihc = project.attribution().map(Attribution::ihc);
    LocalCloud cloud =
        host.isPresent()
            ? LocalCloud.start(files, ihc, settings, host.get())
            : LocalCloud.start(files, ihc, settings);
    cloud.pipeline().objects().put(PlanStep.PROJECT_FILE, text);
    return new ShopCloud(cloud, project.rawSchema());
  }

  private ShopCloud withRawTables(ProjectFiles files) throws SQLException {
    try (Connection connection = cloud.warehouse().connection()) {
      new RawLoader(connection, rawSchema).load(files.data());
    }
    return this;
  }

  private static CloudSettings fast() {
    return new CloudSettings(
        ServiceSettings.defaults().withKey(KEY),
        Pace.times(40).waitingAtMost(Duration.ofMillis(100)),
        Patience.usual(),
        Pause.real(),
        Duration.ofMinutes(6),
        3,
        Map.of("TRIBUTARY_SECRET_TRIBUTARY_IHC", KEY),
        Clock.systemUTC());
  }

  LocalCloud cloud() {
    return cloud;
  }

  /** Runs the pipeline to its end, which has to be a good one. */
  void run(Duration longest) throws InterruptedException {
    run(new String(Json.bytes(RunRequest.everything()), StandardCharsets.UTF_8), longest);
  }

  /** The same with an input of its own. */
  void run(String input, Duration longest) throws InterruptedException {
    var sfn = cloud.clients().sfn();
    String execution =
        sfn.startExecution(
                r ->
                    r.stateMachineArn(cloud.pipelineMachine())
                        .name(UUID.randomUUID().toString())
                        .input(input))
            .executionArn();
    if (!cloud.states().awaitEnd(execution, longest)) {
      throw new AssertionError("The run did not end within " + longest);
    }
    var end = sfn.describeExecution(r -> r.executionArn(execution));
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new AssertionError("The run failed: " + end.error() + ", " + end.cause());
    }
  }

  /** Calls a function as a state machine or an event source does. */
  String call(String function, String event) throws FunctionFailure {
    return cloud.functions().invoke(function, event);
  }

  /** Every value of every published table, in order. */
  Map<String, List<String>> published() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    PUBLISHED.forEach(
        (table, query) -> tables.put(table, rows(query.formatted("tributary." + table))));
    return tables;
  }

  /** Runs statements as somebody does who signs in to the warehouse. */
  void sql(List<String> statements) {
    cloud.pipeline().warehouse().run("by hand", new StatementBatch(statements, Map.of()));
  }

  void put(String key, String text) {
    cloud.pipeline().objects().put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  List<String> rows(String sql) {
    Rows rows = cloud.pipeline().warehouse().query("test", sql, Map.of());
    return rows.records().stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    cloud.close();
  }
}
