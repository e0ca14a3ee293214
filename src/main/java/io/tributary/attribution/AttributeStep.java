package io.tributary.attribution;

import io.tributary.attribution.Claims.Taking;
import io.tributary.attribution.Settling.Ending;
import io.tributary.config.Ihc;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.PipelineException;
import io.tributary.error.UserException;
import io.tributary.executions.Executions;
import io.tributary.json.Json;
import io.tributary.messages.MessageQueue;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import io.tributary.objects.ObjectStore;
import io.tributary.run.RunPlans;
import io.tributary.secrets.Secrets;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Attributes one request: claims it, calls the service, keeps the answer, and only then reports to
 * the waiting state machine. Whatever it is killed at, no journey is paid twice but after a claim
 * was taken over. An instance is one worker.
 */
public final class AttributeStep implements Step<QueueEvent, QueueAnswer> {
  /** A claim outlives its worker by this, so that clocks may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  private final Executions executions;
  private final MessageQueue queue;
  private final Patience patience;
  private final Clock clock;
  private final RandomGenerator random;
  private final RunPlans plans;
  private final ServiceKey keys;
  private final Claims claims;
  private final StopMarker stops;
  private final RequestBodies bodies;
  private final Results results;
  private final Settling settling;

  /** What the worker calls with, and how it waits. */
  public record Calling(
      HttpClient http,
      AttributionEndpoints endpoints,
      Patience patience,
      Pause pause,
      Clock clock,
      RandomGenerator random) {}

  public AttributeStep(
      ObjectStore objects,
      Executions executions,
      Secrets secrets,
      MessageQueue queue,
      RunPlans plans,
      Calling calling) {
    this.executions = executions;
    this.queue = queue;
    this.patience = calling.patience();
    this.clock = calling.clock();
    this.random = calling.random();
    this.plans = plans;
    this.keys = new ServiceKey(secrets, calling.endpoints());
    this.claims = new Claims(objects, clock);
    this.stops = new StopMarker(objects);
    this.bodies = new RequestBodies(objects);
    this.results = new Results(objects);
    this.settling = new Settling(patientCalls(calling), bodies, claims, clock);
  }

  private PatientCalls patientCalls(Calling calling) {
    return new PatientCalls(
        new AttributionClient(calling.http(), calling.endpoints(), clock),
        stops,
        patience,
        calling.pause(),
        clock,
        random);
  }

  @Override
  public String name() {
    return "attribute";
  }

  @Override
  public Class<QueueEvent> inputType() {
    return QueueEvent.class;
  }

  @Override
  public QueueAnswer run(QueueEvent event, Invocation invocation) {
    if (event.records().size() != 1) {
      throw new PermanentException(
          ErrorCode.INTERNAL, "A worker takes one message; set the event source's BatchSize to 1.");
    }
    QueueEvent.Message message = event.records().get(0);
    Optional<RequestMessage> request = RequestMessage.of(message.body());
    if (request.isEmpty()) {
      return QueueAnswer.returned(message.messageId());
    }
    if (!executions.heartbeat(request.get().taskToken())) {
      return QueueAnswer.done();
    }
    return attribute(message, request.get(), invocation);
  }

  private QueueAnswer attribute(
      QueueEvent.Message message, RequestMessage request, Invocation invocation) {
    Instant expiry = invocation.deadline().plus(CLOCK_SKEW);
    Taking taking = claims.take(request, invocation.requestId(), expiry);
    if (taking.result() != Taking.Result.FIRST) {
      Optional<Kept> kept = results.find(request);
      if (kept.isPresent()) {
        return report(request, kept.get());
      }
    }
    return switch (taking.result()) {
      case FIRST, TAKEN_OVER -> call(message, request, taking.claim(), invocation);
      case HELD_BY_ANOTHER ->
          queue.returnAfter(message, remaining(taking.claim().expiresAt()).plusSeconds(1));
    };
  }

  private QueueAnswer call(
      QueueEvent.Message message, RequestMessage request, Claim claim, Invocation invocation) {
    Progress progress = new Progress(claim);
    Ihc ihc = plans.of(request.run()).attribution().ihc();
    Work work;
    try {
      Optional<String> key = keys.of(request.run(), ihc);
      work = new Work(request, ihc, key, claim, progress, invocation.deadline());
    } catch (UserException e) {
      return stop(request, progress, e, invocation);
    }
    Ending ending = settling.settle(work);
    return switch (ending.kind()) {
      case DONE -> report(request, results.store(request, progress, invocation.figures()));
      case USED_UP -> giveBack(message, work, ending);
      case CLAIM_LOST -> queue.returnAfter(message, remaining(claim.expiresAt()).plusSeconds(1));
      case KEY_REFUSED ->
          stop(
              request,
              progress,
              ServiceKey.refused(ihc.apiKeySecret(), ending.reason()),
              invocation);
      case STOPPED ->
          stop(
              request,
              progress,
              stops.find(request.folder()).orElseThrow(() -> bodies.missing(request)),
              invocation);
    };
  }

  private QueueAnswer report(RequestMessage request, Kept kept) {
    if (kept.isPaid()) {
      executions.succeed(request.taskToken(), output(request));
    } else {
      executions.fail(request.taskToken(), reason(request, kept));
    }
    return QueueAnswer.done();
  }

  /** Why nothing was paid: a run that was stopped fails as a whole. */
  private PipelineException reason(RequestMessage request, Kept kept) {
    return stops
        .find(request.folder())
        .map(PipelineException.class::cast)
        .orElseGet(
            () -> new PermanentException(ErrorCode.SERVICE_REFUSED, kept.outcome().reason()));
  }

  private QueueAnswer giveBack(QueueEvent.Message message, Work work, Ending ending) {
    claims.save(work.request(), work.claim(), work.progress(), Claim.State.RELEASED);
    Duration own = patience.returnAfter(deliveries(message), random.nextDouble());
    Duration asked = ending.retryAfter().orElse(Duration.ZERO);
    return queue.returnAfter(message, asked.compareTo(own) > 0 ? asked : own);
  }

  private QueueAnswer stop(
      RequestMessage request, Progress progress, UserException reason, Invocation invocation) {
    stops.set(request.folder(), reason);
    progress.hasProblem(reason.getMessage());
    results.store(request, progress, invocation.figures());
    executions.fail(request.taskToken(), reason);
    return QueueAnswer.done();
  }

  private Duration remaining(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static int deliveries(QueueEvent.Message message) {
    return Integer.parseInt(message.attributes().getOrDefault("ApproximateReceiveCount", "1"));
  }

  static String output(RequestMessage request) {
    return new String(Json.bytes(Map.of("request", request.request())), StandardCharsets.UTF_8);
  }
}
