package io.tributary.local.pipeline;

import io.tributary.config.Attribution;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.json.Json;
import io.tributary.local.attribution.LocalAttributionService;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.load.RawLoader;
import io.tributary.local.states.Pace;
import io.tributary.run.PlanStep;
import io.tributary.run.RunRequest;
import io.tributary.warehouse.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A test shop's cloud: runs its pipeline, also several times, and reads its tables. */
final class TestCloud implements AutoCloseable {
  static final Map<String, String> PUBLISHED =
      new TreeMap<>(
          Map.of(
              "conversions", "conversion_id",
              "journey_sessions", "conversion_id, position",
              "attribution_customer_journey", "model, conversion_id, session_id",
              "channel_reporting", "model, channel_name, date"));

  private static final Duration LONGEST_RUN = Duration.ofMinutes(3);

  private final TestShop shop;
  private final LocalCloud cloud;

  private TestCloud(TestShop shop, LocalCloud cloud) {
    this.shop = shop;
    this.cloud = cloud;
  }

  static TestCloud start(TestShop shop) {
    return start(shop, ServiceSettings.defaults());
  }

  static TestCloud start(TestShop shop, ServiceSettings service) {
    var settings =
        new CloudSettings(
            service,
            Pace.times(1_000),
            waited -> {},
            Duration.ofSeconds(2),
            3,
            Map.of("TRIBUTARY_SECRET_TRIBUTARY_IHC", "test-key"),
            Clock.systemUTC());
    var ihc = project(shop).attribution().map(Attribution::ihc);
    return new TestCloud(shop, LocalCloud.start(shop.files(), ihc, settings));
  }

  LocalAttributionService service() {
    return cloud.service();
  }

  LocalCloud cloud() {
    return cloud;
  }

  /** Loads the shop's files and runs it to its end. */
  DescribeExecutionResponse run(RunRequest request) {
    String execution = begin(request);
    awaitEnd(execution);
    return describe(execution);
  }

  DescribeExecutionResponse run() {
    return run(RunRequest.everything());
  }

  /** Runs it and demands success. */
  TestCloud succeed() {
    var end = run();
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new AssertionError(end.error() + ": " + end.cause());
    }
    return this;
  }

  /** Loads the shop's files and starts a run. */
  String begin(RunRequest request) {
    try (Connection connection = cloud.warehouse().connection()) {
      new RawLoader(connection, project(shop).rawSchema()).load(shop.files().data());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    cloud.pipeline().objects().put(PlanStep.PROJECT_FILE, projectFile(shop));
    String input = new String(Json.bytes(request), StandardCharsets.UTF_8);
    String name = UUID.randomUUID().toString();
    return cloud
        .clients()
        .sfn()
        .startExecution(r -> r.stateMachineArn(cloud.pipelineMachine()).name(name).input(input))
        .executionArn();
  }

  void awaitEnd(String execution) {
    try {
      if (!cloud.states().awaitEnd(execution, LONGEST_RUN)) {
        throw new AssertionError("The run did not end within " + LONGEST_RUN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  DescribeExecutionResponse describe(String execution) {
    return cloud.clients().sfn().describeExecution(r -> r.executionArn(execution));
  }

  /** A query's rows as text; null where there is no value. */
  List<List<String>> rows(String sql) {
    Rows rows = cloud.pipeline().warehouse().query("test", sql, Map.of());
    return IntStream.range(0, rows.size())
        .mapToObj(
            row ->
                IntStream.range(0, rows.records().get(row).size())
                    .mapToObj(column -> rows.text(row, column).orElse(null))
                    .toList())
        .toList();
  }

  /** The only value of a query. */
  String value(String sql) {
    return rows(sql).get(0).get(0);
  }

  /** Everything that is published, in a fixed order: two runs over the same input must be equal. */
  String published() {
    var text = new StringBuilder();
    PUBLISHED.forEach(
        (table, order) -> {
          text.append("== ").append(table).append('\n');
          rows("select * from tributary." + table + " order by " + order)
              .forEach(row -> text.append(row).append('\n'));
        });
    return text.toString();
  }

  @Override
  public void close() {
    cloud.close();
  }

  private static Project project(TestShop shop) {
    var file =
        ProjectReader.read("tributary.yaml", new String(projectFile(shop), StandardCharsets.UTF_8));
    return file.project().orElseThrow(() -> new AssertionError(file.problems()));
  }

  private static byte[] projectFile(TestShop shop) {
    try {
      return Files.readAllBytes(shop.files().projectFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
