package io.tributary.attribution;

import io.tributary.attribution.Claim.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the service until each journey of a request is answered, refused or given up: what a
 * partial answer lacks is asked for once more, a rejected call is halved down to the journey at
 * fault. What is paid is kept before the next call.
 */
final class Settling {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  /** So many journeys refused alone and none taken: it is not the journeys that are at fault. */
  private static final int MOST_REFUSED_AT_FIRST = 10;

  private final PatientCalls calls;
  private final RequestBodies bodies;
  private final Claims claims;
  private final Clock clock;

  Settling(PatientCalls calls, RequestBodies bodies, Claims claims, Clock clock) {
    this.calls = calls;
    this.bodies = bodies;
    this.claims = claims;
    this.clock = clock;
  }

  /** How it ended, and how long the service wants to be left alone, where it said so. */
  record Ending(Kind kind, String reason, Optional<Duration> retryAfter) {
    enum Kind {
      /** Every journey was asked for. */
      DONE,
      /** Tries or time are used up: the request has to come again. */
      USED_UP,
      /** Another worker took the claim over. */
      CLAIM_LOST,
      /** The service refused the key. */
      KEY_REFUSED,
      /** The run's stop marker was there, or the request's body was not. */
      STOPPED
    }

    static Ending after(ServiceReply reply) {
      Kind kind =
          switch (reply.kind()) {
            case ANSWERED, REJECTED, REFUSED -> Kind.DONE;
            case BUSY -> Kind.USED_UP;
            case KEY_REFUSED -> Kind.KEY_REFUSED;
            case STOPPED -> Kind.STOPPED;
          };
      return new Ending(kind, reply.reason(), reply.retryAfter());
    }
  }

  /** Journeys of one call, and whether a partial answer lacked them before. */
  private record Part(List<Journey> journeys, boolean askedBefore) {}

  /** Reads the body only when the worker may call, so that it is fresh: see {@link StopMarker}. */
  Ending settle(Work work) {
    Optional<ServiceReply> late = calls.awaitTurn(work);
    if (late.isPresent()) {
      return Ending.after(late.get());
    }
    return bodies
        .journeys(work.request())
        .map(journeys -> settle(work, journeys))
        .orElseGet(() -> new Ending(Ending.Kind.STOPPED, "", Optional.empty()));
  }

  private Ending settle(Work work, List<Journey> journeys) {
    Deque<Part> parts = new ArrayDeque<>();
    push(parts, work.progress().unsettled(journeys), false);
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      ServiceReply reply = calls.call(work, part.journeys());
      switch (reply.kind()) {
        case ANSWERED -> take(work, part, reply, parts);
        case REJECTED -> halve(work, part, reply, parts);
        case REFUSED -> giveUpTheRest(work, reply, parts);
        case BUSY, KEY_REFUSED, STOPPED -> {
          return Ending.after(reply);
        }
      }
      if (!parts.isEmpty() && !kept(work)) {
        return new Ending(Ending.Kind.CLAIM_LOST, "", Optional.empty());
      }
    }
    return new Ending(Ending.Kind.DONE, "", Optional.empty());
  }

  private boolean kept(Work work) {
    return !work.progress().isPaid()
        || claims.save(work.request(), work.claim(), work.progress(), State.HELD);
  }

  private void take(Work work, Part part, ServiceReply reply, Deque<Part> parts) {
    List<Journey> lacking = new ArrayList<>();
    String now = AnswerLine.moment(clock.instant());
    for (Journey journey : part.journeys()) {
      List<ServiceRow> rows = reply.rows().get(journey.conversionId());
      if (rows == null) {
        lacking.add(journey);
      } else {
        work.progress().keep(AnswerCheck.lines(journey, rows, now));
      }
    }
    int extra = reply.rows().size() + lacking.size() - part.journeys().size();
    if (extra > 0) {
      LOG.warn("The answer for {} has {} conversions that were not asked for", work, extra);
    }
    if (part.askedBefore()) {
      giveUp(work, lacking, reply);
    } else {
      push(parts, lacking, true);
    }
  }

  private void giveUp(Work work, List<Journey> lacking, ServiceReply reply) {
    for (Journey journey : lacking) {
      String error = reply.errors().get(journey.conversionId());
      if (error == null) {
        work.progress().hasProblem("The service left journeys out of its answer twice.");
      } else {
        work.progress().keep(List.of(unpaid(journey, error)));
      }
    }
  }

  private static void giveUpTheRest(Work work, ServiceReply reply, Deque<Part> parts) {
    work.progress().hasProblem(reply.reason());
    parts.clear();
  }

  private void halve(Work work, Part part, ServiceReply reply, Deque<Part> parts) {
    List<Journey> journeys = part.journeys();
    work.progress().hasProblem(reply.reason());
    if (journeys.size() > 1) {
      int half = journeys.size() / 2;
      push(parts, journeys.subList(half, journeys.size()), part.askedBefore());
      push(parts, journeys.subList(0, half), part.askedBefore());
      return;
    }
    work.progress().keep(List.of(unpaid(journeys.get(0), reply.reason())));
    if (!work.progress().isPaid() && work.progress().lines().size() >= MOST_REFUSED_AT_FIRST) {
      parts.clear();
    }
  }

  private AnswerLine unpaid(Journey journey, String reason) {
    return AnswerLine.unpaid(journey, reason, AnswerLine.moment(clock.instant()));
  }

  private static void push(Deque<Part> parts, List<Journey> journeys, boolean askedBefore) {
    if (!journeys.isEmpty()) {
      parts.push(new Part(journeys, askedBefore));
    }
  }
}
