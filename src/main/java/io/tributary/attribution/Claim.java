package io.tributary.attribution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Who may call the service for a request, and what is known of the request so far.
 *
 * @param owner the invocation that holds it
 * @param expiresAt from then on another may take it over; the platform ended the owner before
 * @param state whether the owner still works on it
 * @param attempts calls made, as far as known
 * @param takeovers times that an owner was lost after it may have called
 * @param calling time spent in calls, as far as known
 * @param problem what went wrong last, else empty
 * @param lines what is settled and paid already, where an owner gave the request back half done
 */
record Claim(
    String owner,
    Instant expiresAt,
    State state,
    int attempts,
    int takeovers,
    Duration calling,
    String problem,
    List<AnswerLine> lines) {
  /** A released claim may be taken at once, and its owner was not lost. */
  enum State {
    HELD,
    RELEASED
  }

  Claim {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(expiresAt);
    Objects.requireNonNull(state);
    lines = List.copyOf(lines);
  }

  static Claim first(String owner, Instant expiresAt) {
    return new Claim(owner, expiresAt, State.HELD, 0, 0, Duration.ZERO, "", List.of());
  }

  boolean isFree(Instant now) {
    return state == State.RELEASED || !now.isBefore(expiresAt);
  }

  Claim takenBy(String next, Instant until) {
    int lost = state == State.HELD ? 1 : 0;
    return new Claim(next, until, State.HELD, attempts, takeovers + lost, calling, problem, lines);
  }

  Claim with(Progress progress, State next) {
    return new Claim(
        owner,
        expiresAt,
        next,
        progress.attempts(),
        progress.takeovers(),
        progress.calling(),
        progress.problem(),
        progress.lines());
  }
}
