package io.tributary.local.attribution;

import io.tributary.attribution.AttributeStep;
import io.tributary.attribution.AttributionEndpoint;
import io.tributary.attribution.AttributionEndpoints;
import io.tributary.attribution.FailRequestStep;
import io.tributary.attribution.Journey;
import io.tributary.attribution.JourneySession;
import io.tributary.attribution.Patience;
import io.tributary.config.Attributes;
import io.tributary.config.Attribution;
import io.tributary.config.Context;
import io.tributary.config.CostScope;
import io.tributary.config.Ihc;
import io.tributary.config.Journeys;
import io.tributary.config.Model;
import io.tributary.config.Project;
import io.tributary.config.Sessions;
import io.tributary.config.Window;
import io.tributary.executions.Executions;
import io.tributary.json.Json;
import io.tributary.messages.MessageQueue;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import io.tributary.objects.ObjectStore;
import io.tributary.run.Lease;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan;
import io.tributary.run.RunPlans;
import io.tributary.secrets.Secrets;
import io.tributary.step.Invocation;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Everything around the workers of run 7: the stand-in service, objects, tasks and a queue. */
final class Workplace implements AutoCloseable {
  static final RunFolder FOLDER = new RunFolder(7);
  static final Duration TIMEOUT = Duration.ofSeconds(120);

  /** Half of each longest wait is waited: 0.25, 0.5, 1, 2 s; a message stays away 5, 10, 20 s. */
  private static final RandomGenerator NO_JITTER = () -> 0L;

  final InMemoryObjects objects = new InMemoryObjects();
  final WaitingTasks tasks = new WaitingTasks();
  final Visibilities queue = new Visibilities();
  final HandDrivenClock clock = new HandDrivenClock();
  final LocalAttributionService service;
  private final HttpClient http = HttpClient.newHttpClient();
  private AttributionEndpoint endpoint;
  private Optional<String> secret = Optional.of("right");
  private Patience patience = Patience.usual();
  private int invocations;

  Workplace() {
    this(ServiceSettings.defaults());
  }

  Workplace(ServiceSettings settings) {
    service = LocalAttributionService.start(settings);
    endpoint = service.endpoint();
    plan(1000, 10);
  }

  /** Plans the run with another pace. */
  void plan(double requestsPerSecond, int maxConcurrency) {
    plan(requestsPerSecond, maxConcurrency, Map.of());
  }

  void plan(double requestsPerSecond, int maxConcurrency, Map<String, Object> redistribution) {
    Ihc ihc =
        new Ihc(
            "my_type",
            "tributary/ihc",
            100,
            200,
            requestsPerSecond,
            maxConcurrency,
            Duration.ofDays(30),
            redistribution,
            Optional.empty(),
            Optional.empty());
    Attribution attribution =
        new Attribution(
            new Journeys(OptionalInt.empty(), Journeys.Boundary.INCLUSIVE, OptionalInt.empty()),
            CostScope.ALL,
            "^direct",
            7,
            List.of(40, 20, 40),
            Model.LINEAR,
            List.of(Model.IHC),
            ihc);
    Project project =
        new Project(
            "shop",
            ZoneOffset.UTC,
            "raw",
            "tributary",
            new Window(Optional.empty(), "now"),
            List.of(),
            Optional.empty(),
            new Context(List.of(), Duration.ofHours(24)),
            new Attributes(List.of(), Duration.ofHours(48)),
            Optional.empty(),
            Sessions.BY_DEFAULT,
            Optional.of(attribution),
            5,
            true);
    Instant end = Instant.parse("2023-10-01T00:00:00Z");
    RunPlan plan =
        new RunPlan(
            7,
            "execution",
            end,
            Optional.empty(),
            end,
            end,
            project,
            List.of(),
            List.of(),
            RunPlan.Paying.NEW_JOURNEYS);
    store().put(FOLDER.plan(), Json.bytes(plan));
  }

  /** Workers call another address than the stand-in's. */
  void callInstead(URI base) {
    endpoint = new AttributionEndpoint(base, "another", false);
  }

  void secret(Optional<String> text) {
    secret = text;
  }

  /** A call that takes longer than this is given up. */
  void callTimeout(Duration timeout) {
    Patience usual = Patience.usual();
    patience =
        new Patience(
            usual.tries(),
            usual.firstWait(),
            usual.longestWait(),
            timeout,
            usual.shortestCall(),
            usual.reserve(),
            usual.firstReturn(),
            usual.longestReturn());
  }

  ObjectStore store() {
    return new ObjectStore(objects, "bucket");
  }

  /** The lease that the plan's execution holds. */
  Lease lease() {
    var lease = new Lease(store(), new Executions(tasks), clock);
    lease.acquire("execution");
    return lease;
  }

  /** A new worker. */
  AttributeStep worker() {
    return new AttributeStep(
        store(),
        new Executions(tasks),
        new Secrets(new OneSecret(secret)),
        new MessageQueue(queue, "http://127.0.0.1/queue"),
        new RunPlans(store()),
        new AttributeStep.Calling(
            http, new AttributionEndpoints(endpoint), patience, clock, clock, NO_JITTER));
  }

  /** A request whose journeys have one to three sessions; its task waits. */
  QueueEvent request(String id, int journeys) {
    return request(id, IntStream.range(0, journeys).mapToObj(i -> "c" + i).toList());
  }

  QueueEvent request(String id, List<String> conversions) {
    List<Journey> journeys = new ArrayList<>();
    for (String conversion : conversions) {
      journeys.add(journey(conversion, 1 + journeys.size() % 3));
    }
    int sessions = journeys.stream().mapToInt(journey -> journey.sessions().size()).sum();
    byte[] rows = rows(journeys).getBytes(StandardCharsets.UTF_8);
    store().put(body(id), rows);
    tasks.add("token-" + id);
    String body =
        """
        {"taskToken":"token-%s","run":7,"request":"%s","body":"%s","from":0,"length":%d,\
        "journeys":%d,"sessions":%d}"""
            .formatted(id, id, body(id), rows.length, journeys.size(), sessions);
    return event(body, 1);
  }

  /** The object that holds the request's body alone. */
  static String body(String id) {
    return FOLDER.requests() + id + "-1.ndjson";
  }

  private static String rows(List<Journey> journeys) {
    StringBuilder rows = new StringBuilder();
    for (Journey journey : journeys) {
      journey.sessions().forEach(session -> rows.append(row(journey, session)).append('\n'));
    }
    return rows.toString();
  }

  private static String row(Journey journey, JourneySession session) {
    return """
        {"journey_hash":"%s","conversion_id":"%s","session_id":"%s","session_at":"%s",\
        "channel":"%s","holder_engagement":%d,"closer_engagement":%d,"conversion":%d,\
        "impression_interaction":%d}"""
        .formatted(
            journey.hash(),
            journey.conversionId(),
            session.sessionId(),
            session.timestamp(),
            session.channel(),
            session.holderEngagement(),
            session.closerEngagement(),
            session.conversion(),
            session.impressionInteraction());
  }

  static QueueEvent event(String body, int deliveries) {
    Map<String, String> attributes =
        Map.of("ApproximateReceiveCount", Integer.toString(deliveries));
    return new QueueEvent(List.of(new QueueEvent.Message("m", "receipt", body, attributes)));
  }

  private static Journey journey(String conversion, int sessions) {
    return new Journey(
        "hash-" + conversion,
        conversion,
        IntStream.rangeClosed(1, sessions)
            .mapToObj(
                i ->
                    new JourneySession(
                        conversion + "-s" + i,
                        "2023-09-06 12:15:3" + i,
                        "Direct",
                        1,
                        1,
                        i == sessions ? 1 : 0,
                        0))
            .toList());
  }

  /** A new worker takes the message. */
  QueueAnswer deliver(QueueEvent event) {
    return deliver(event, worker());
  }

  QueueAnswer deliver(QueueEvent event, AttributeStep worker) {
    return worker.run(event, invocation());
  }

  QueueAnswer fail(QueueEvent event) {
    return new FailRequestStep(store(), new Executions(tasks), clock).run(event, invocation());
  }

  Invocation invocation() {
    return new Invocation("invocation-" + ++invocations, clock.instant().plus(TIMEOUT));
  }

  /** The lines of the answer, without that of the outcome. */
  List<Map<?, ?>> answer(String request) {
    List<Map<?, ?>> lines = lines(request);
    return lines.subList(0, lines.size() - 1);
  }

  Map<?, ?> outcome(String request) {
    List<Map<?, ?>> lines = lines(request);
    return lines.get(lines.size() - 1);
  }

  private List<Map<?, ?>> lines(String request) {
    return objects.text(FOLDER.result(request)).lines().map(Workplace::json).toList();
  }

  private static Map<?, ?> json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8), Map.class);
  }

  @Override
  public void close() {
    service.close();
  }
}
