package io.tributary.local.cloud;

import io.tributary.Clients;
import io.tributary.Pipeline;
import io.tributary.Settings;
import io.tributary.attribution.AttributionEndpoints;
import io.tributary.config.Ihc;
import io.tributary.json.Json;
import io.tributary.local.attribution.LocalAttributionService;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.local.functions.LocalFunctions;
import io.tributary.local.objects.LocalObjects;
import io.tributary.local.queues.EventSource;
import io.tributary.local.queues.EventSourceSettings;
import io.tributary.local.queues.LocalQueues;
import io.tributary.local.queues.QueueSettings;
import io.tributary.local.secrets.LocalSecrets;
import io.tributary.local.states.LocalStates;
import io.tributary.local.warehouse.LocalWarehouse;
import io.tributary.step.StepDefinition;
import io.tributary.warehouse.WarehouseTarget;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Everything that a project has on AWS, in this process and on loopback: objects, queues, secrets,
 * warehouse, functions, state machines, and a stand-in for the attribution service.
 */
public final class LocalCloud implements AutoCloseable {
  /** The one bucket. */
  public static final String BUCKET = "tributary";

  private static final WarehouseTarget TARGET =
      new WarehouseTarget("dev", Optional.of("local"), Optional.empty(), Optional.empty());
  private static final int PARKED_AFTER = 3;

  private final Closing closing = new Closing();
  private final CloudSettings settings;
  private final LocalWarehouse warehouse;
  private final LocalAttributionService service;
  private final LocalFunctions functions;
  private final LocalStates states;
  private final Clients clients;
  private final Pipeline pipeline;
  private final String runMachine;
  private final String pipelineMachine;

  /**
   * Starts the cloud of a project.
   *
   * @param ihc how the project may call the attribution service; empty where it does not
   */
  public static LocalCloud start(ProjectFiles files, Optional<Ihc> ihc, CloudSettings settings) {
    return new LocalCloud(files, ihc, settings, Optional.empty());
  }

  /** Starts the cloud of a project, with its functions served elsewhere. */
  public static LocalCloud start(
      ProjectFiles files, Optional<Ihc> ihc, CloudSettings settings, FunctionHost host) {
    return new LocalCloud(files, ihc, settings, Optional.of(host));
  }

  private LocalCloud(
      ProjectFiles files, Optional<Ihc> ihc, CloudSettings settings, Optional<FunctionHost> host) {
    this.settings = settings;
    try {
      var queuesStarting = CompletableFuture.supplyAsync(LocalQueues::start);
      var objects = closing.add(LocalObjects.start(files.objects()));
      warehouse =
          closing.add(
              LocalWarehouse.open(files.warehouse(), files.objects(), settings.warehouse()));
      service = closing.add(LocalAttributionService.start(settings.service()));
      var secrets = closing.add(LocalSecrets.start(settings.environment()));
      var queues = closing.add(queuesStarting.join());
      functions = new LocalFunctions(settings.clock(), Json.MAPPER);
      var warehouseEndpoint = warehouse.start();
      states =
          closing.add(
              LocalStates.builder()
                  .functions(functions)
                  .service("sqs", queues.endpoint())
                  .service("redshiftdata", warehouseEndpoint)
                  .pace(settings.pace())
                  .historyFolder(files.executions())
                  .clock(settings.clock())
                  .build());
      var connections = closing.add(new LocalClients());
      var statesEndpoint = states.start();
      clients =
          closing.add(
              connections.all(
                  objects.endpoint(),
                  queues.endpoint(),
                  statesEndpoint,
                  warehouseEndpoint,
                  secrets.endpoint()));
      clients.s3().createBucket(r -> r.bucket(BUCKET));
      var urls = new RequestQueues(queues, settings);
      var services = new AttributionEndpoints(service.endpoint());
      pipeline =
          new Pipeline(
              clients,
              new Settings(
                  BUCKET,
                  TARGET,
                  urls.requests(),
                  services,
                  settings.patience(),
                  settings.pause(),
                  settings.clock(),
                  OptionalInt.empty()));
      var addresses =
          new CloudAddresses(
              objects.endpoint(),
              queues.endpoint(),
              statesEndpoint,
              warehouseEndpoint,
              secrets.endpoint(),
              service.endpoint().base(),
              BUCKET,
              TARGET,
              urls.requests());
      pipeline.steps().forEach(step -> serve(step, host, addresses));
      Map<String, String> names = substitutions(functions, urls.requests());
      String stageMachine = create("stage", names);
      names = with(names, "StageMachine", stageMachine);
      names = with(names, "StitchMachine", create("stitch", names));
      names = with(names, "SessionsMachine", create("sessions", names));
      names = with(names, "AttributeMachine", create("attribute", names));
      runMachine = create("run", names);
      pipelineMachine = create("pipeline", with(names, "RunMachine", runMachine));
      int workers = ihc.map(Ihc::maxConcurrency).orElse(1);
      var requests = listen(functions, urls.requests(), "attribute", workers);
      var deadLetters = listen(functions, urls.deadLetters(), "fail-request", 2);
      // A poll under way ends with the queues; awaiting one after the other takes seconds.
      closing.add(queues);
      closing.add(requests::stop);
      closing.add(deadLetters::stop);
    } catch (RuntimeException | Error e) {
      closing.close();
      throw e;
    }
  }

  /** The warehouse, for loading raw tables and for switching faults on. */
  public LocalWarehouse warehouse() {
    return warehouse;
  }

  public CloudSettings settings() {
    return settings;
  }

  /** The stand-in for the attribution service. */
  public LocalAttributionService service() {
    return service;
  }

  public LocalStates states() {
    return states;
  }

  /** The functions, by the names of their steps. */
  public LocalFunctions functions() {
    return functions;
  }

  public Clients clients() {
    return clients;
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  /** The ARN of the machine that plans, runs and releases. */
  public String pipelineMachine() {
    return pipelineMachine;
  }

  /** The ARN of the machine that chains a run's stages. */
  public String runMachine() {
    return runMachine;
  }

  /** Stops everything, last started first. */
  @Override
  public void close() {
    closing.close();
  }

  private String create(String machine, Map<String, String> names) {
    return states.createMachine(machine, Machines.definition(machine, names));
  }

  private void serve(StepDefinition step, Optional<FunctionHost> host, CloudAddresses addresses) {
    host.ifPresentOrElse(
        other ->
            functions.serve(step.name(), step.timeout(), other.environmentsOf(step, addresses)),
        () -> functions.register(step.name(), step.timeout(), step.environment()));
  }

  private EventSource listen(
      LocalFunctions functions, String queue, String function, int concurrency) {
    return closing.add(
        EventSource.start(
            clients.sqs(),
            EventSourceSettings.of(queue, concurrency),
            event -> call(functions, function, event)));
  }

  private static String call(LocalFunctions functions, String function, String event) {
    try {
      return functions.invoke(function, event);
    } catch (FunctionFailure failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  private static Map<String, String> substitutions(LocalFunctions functions, String requests) {
    return Map.ofEntries(
        Map.entry("PlanFunction", functions.arn("plan")),
        Map.entry("ExtractFunction", functions.arn("extract")),
        Map.entry("StageFunction", functions.arn("stage")),
        Map.entry("CreditFunction", functions.arn("credit")),
        Map.entry("ReportFunction", functions.arn("report")),
        Map.entry("PublishFunction", functions.arn("publish")),
        Map.entry("BatchFunction", functions.arn("batch")),
        Map.entry("LinkFunction", functions.arn("link")),
        Map.entry("ParseAgentsFunction", functions.arn("parse-agents")),
        Map.entry("ReleaseFunction", functions.arn("release")),
        Map.entry("RequestQueueUrl", requests));
  }

  private static Map<String, String> with(Map<String, String> names, String name, String value) {
    var more = new java.util.HashMap<>(names);
    more.put(name, value);
    return more;
  }

  /** The queue of requests, its dead letters, and where those go that nobody can read. */
  private static final class RequestQueues {
    private final String requests;
    private final String deadLetters;

    RequestQueues(LocalQueues queues, CloudSettings settings) {
      Duration short_ = Duration.ofSeconds(30);
      queues.create(new QueueSettings("parked", short_, Optional.empty()));
      deadLetters =
          queues.create(
              new QueueSettings(
                  "dead-letters",
                  short_,
                  Optional.of(new QueueSettings.DeadLetters("parked", parkedAfter(settings)))));
      requests =
          queues.create(
              new QueueSettings(
                  "requests",
                  settings.visibility(),
                  Optional.of(
                      new QueueSettings.DeadLetters("dead-letters", settings.deliveries()))));
    }

    /** The local queues go on counting where the queue of requests left off. */
    private static int parkedAfter(CloudSettings settings) {
      return settings.deliveries() + PARKED_AFTER;
    }

    String requests() {
      return requests;
    }

    String deadLetters() {
      return deadLetters;
    }
  }
}
