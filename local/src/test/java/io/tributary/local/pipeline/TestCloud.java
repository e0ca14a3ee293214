package io.tributary.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.config.Attribution;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.json.Json;
import io.tributary.local.attribution.LocalAttributionService;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectUpload;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.local.functions.LocalFunctions;
import io.tributary.local.load.RawLoader;
import io.tributary.local.states.Pace;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan;
import io.tributary.run.RunRequest;
import io.tributary.run.StageContext;
import io.tributary.warehouse.SqlTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A test shop's cloud: runs its pipeline, also several times, and reads its tables. */
final class TestCloud extends TestTables implements AutoCloseable {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(3);

  /** Tries at once and not for long; a call that hangs is given up. */
  private static final Patience PATIENCE =
      new Patience(
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofSeconds(4),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ZERO,
          Duration.ZERO);

  private final TestShop shop;
  private final LocalCloud cloud;
  private final MovableClock clock;
  private final Queue<Duration> waits;

  private TestCloud(TestShop shop, LocalCloud cloud, MovableClock clock, Queue<Duration> waits) {
    this.shop = shop;
    this.cloud = cloud;
    this.clock = clock;
    this.waits = waits;
  }

  static TestCloud start(TestShop shop) {
    return start(shop, ServiceSettings.defaults());
  }

  static TestCloud start(TestShop shop, ServiceSettings service) {
    var clock = new MovableClock();
    Queue<Duration> waits = new ConcurrentLinkedQueue<>();
    var settings = settings(service, waits::add, clock);
    var ihc = project(shop).attribution().map(Attribution::ihc);
    return new TestCloud(shop, LocalCloud.start(shop.files(), ihc, settings), clock, waits);
  }

  /** A cloud that waits for nothing. */
  static CloudSettings settings() {
    return settings(ServiceSettings.defaults(), waited -> {}, new MovableClock());
  }

  private static CloudSettings settings(ServiceSettings service, Pause pause, MovableClock clock) {
    return new CloudSettings(
        service,
        Pace.times(1_000),
        PATIENCE,
        pause,
        Duration.ofSeconds(60),
        3,
        Map.of("TRIBUTARY_SECRET_TRIBUTARY_IHC", "test-key"),
        clock);
  }

  /** The clock of everything but the warehouse and the operating system. */
  MovableClock clock() {
    return clock;
  }

  /** How long workers would have waited between calls. */
  Queue<Duration> waits() {
    return waits;
  }

  LocalAttributionService service() {
    return cloud.service();
  }

  @Override
  LocalCloud cloud() {
    return cloud;
  }

  /** Loads the shop's files and runs it to its end. */
  DescribeExecutionResponse run(RunRequest request) {
    return end(begin(request));
  }

  /** Waits for the end of an execution. */
  DescribeExecutionResponse end(String execution) {
    awaitEnd(execution);
    return describe(execution);
  }

  DescribeExecutionResponse run() {
    return run(RunRequest.everything());
  }

  /** Runs it and demands success. */
  TestCloud succeed() {
    return succeed(RunRequest.everything());
  }

  /** Runs as asked and demands success. */
  TestCloud succeed(RunRequest request) {
    var end = run(request);
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
    ProjectUpload.copy(shop.files(), cloud.pipeline().objects());
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

  /** Nothing goes wrong in the warehouse from now on. */
  void quiet() {
    var faults = cloud.warehouse().faults();
    faults.throttleNext(0);
    faults.conflictNext(0);
    faults.abortNext(0);
    faults.failNext(0);
    faults.loseAnswerOfNext(0);
  }

  /** Calls a step as a function is called; what it answers, as JSON. */
  String step(String name, Object input) {
    var definition =
        cloud.pipeline().steps().stream().filter(s -> s.name().equals(name)).findFirst();
    var functions = new LocalFunctions(clock, Json.MAPPER);
    functions.register(name, Duration.ofMinutes(1), definition.orElseThrow().environment());
    try {
      return functions.invoke(name, new String(Json.bytes(input), StandardCharsets.UTF_8));
    } catch (FunctionFailure e) {
      throw new AssertionError(e);
    }
  }

  /** What the stages of a run work with. */
  StageContext context(long run) {
    var plan = Json.read(cloud.pipeline().objects().read(new RunFolder(run).plan()), RunPlan.class);
    return new StageContext(
        plan, cloud.pipeline().warehouse(), new SqlTemplates(), cloud.pipeline().objects());
  }

  /** Stops the execution as soon as so many states were entered from now on, if it comes so far. */
  void stopAfter(String execution, long transitions) {
    long from = cloud.states().totalTransitions();
    Await.until(
        () ->
            cloud.states().totalTransitions() - from >= transitions
                || describe(execution).status() != ExecutionStatus.RUNNING);
    stop(execution);
  }

  /**
   * Ends the execution where it stands, as a console's user would, and lets its workers and the
   * statements that the warehouse has begun finish.
   */
  void stop(String execution) {
    cloud.clients().sfn().stopExecution(r -> r.executionArn(execution));
    awaitEnd(execution);
    Await.until(() -> messages("requests") == 0);
    Await.until(
        () ->
            Stream.of(StatusString.SUBMITTED, StatusString.PICKED, StatusString.STARTED)
                .allMatch(status -> statements(status).isEmpty()));
  }

  private List<StatementData> statements(StatusString status) {
    return cloud.clients().redshiftData().listStatements(r -> r.status(status)).statements();
  }

  /** Messages that wait in the queue or are with a worker. */
  long messages(String queue) {
    var sqs = cloud.clients().sqs();
    String url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
    return sqs
        .getQueueAttributes(
            r ->
                r.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes()
        .values()
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  /** What the stages of an execution warned of. */
  List<String> warnings(String execution) {
    String name = execution.substring(execution.lastIndexOf(':'));
    String stages = cloud.runMachine().replace(":stateMachine:", ":execution:") + name;
    return cloud
        .clients()
        .sfn()
        .getExecutionHistoryPaginator(r -> r.executionArn(stages))
        .events()
        .stream()
        .map(HistoryEvent::stateExitedEventDetails)
        .filter(Objects::nonNull)
        .map(exited -> Json.read(exited.output().getBytes(StandardCharsets.UTF_8), JsonNode.class))
        .flatMap(result -> result.path("warnings").valueStream())
        .map(JsonNode::asText)
        .toList();
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
