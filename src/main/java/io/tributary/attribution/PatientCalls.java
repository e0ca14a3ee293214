package io.tributary.attribution;

import io.tributary.attribution.ServiceReply.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Calls the service for some journeys, and again with jittered waits while it is busy, within its
 * pace and the invocation's time. Looks for the run's stop marker before each call but a worker's
 * first: what that sends was read just before, and a stop takes it away.
 */
final class PatientCalls {
  private final AttributionClient client;
  private final StopMarker stops;
  private final CallPace pace;
  private final Patience patience;
  private final Pause pause;
  private final Clock clock;
  private final RandomGenerator random;

  PatientCalls(
      AttributionClient client,
      StopMarker stops,
      Patience patience,
      Pause pause,
      Clock clock,
      RandomGenerator random) {
    this.client = client;
    this.stops = stops;
    this.pace = new CallPace(clock);
    this.patience = patience;
    this.pause = pause;
    this.clock = clock;
    this.random = random;
  }

  /** The last reply: busy if the tries or the time are used up. */
  ServiceReply call(Work work, List<Journey> journeys) {
    for (int attempt = 1; ; attempt++) {
      ServiceReply reply = callInPace(work, journeys);
      if (reply.kind() != Kind.BUSY) {
        return reply;
      }
      work.progress().hasProblem(reply.reason());
      Duration wait = waitAfter(reply, attempt);
      if (attempt == patience.tries() || !hasTimeAfter(work, wait)) {
        return reply;
      }
      pause.waitFor(wait);
    }
  }

  /** Waits until the worker may call; a busy reply where its time ends before. */
  Optional<ServiceReply> awaitTurn(Work work) {
    Duration wait = pace.untilNext(work.ihc());
    if (!hasTimeAfter(work, wait)) {
      return Optional.of(ServiceReply.busy(work.progress().problem(), Optional.of(wait)));
    }
    if (!wait.isZero()) {
      pause.waitFor(wait);
    }
    return Optional.empty();
  }

  private ServiceReply callInPace(Work work, List<Journey> journeys) {
    Optional<ServiceReply> late = awaitTurn(work);
    if (late.isPresent()) {
      return late.get();
    }
    if (!work.progress().isUntried() && stops.find(work.request().folder()).isPresent()) {
      return ServiceReply.of(Kind.STOPPED, "");
    }
    pace.started();
    Instant started = clock.instant();
    ServiceReply reply = client.call(work.ihc(), work.key(), journeys, timeout(work));
    work.progress().called(Duration.between(started, clock.instant()));
    return reply;
  }

  private Duration waitAfter(ServiceReply reply, int attempt) {
    Duration own = patience.waitAfter(attempt, random.nextDouble());
    return reply.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }

  private boolean hasTimeAfter(Work work, Duration wait) {
    return usable(work).minus(wait).compareTo(patience.shortestCall()) >= 0;
  }

  private Duration timeout(Work work) {
    Duration usable = usable(work);
    return usable.compareTo(patience.callTimeout()) < 0 ? usable : patience.callTimeout();
  }

  private Duration usable(Work work) {
    return Duration.between(clock.instant(), work.deadline()).minus(patience.reserve());
  }
}
