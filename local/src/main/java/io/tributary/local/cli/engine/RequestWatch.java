package io.tributary.local.cli.engine;

import io.tributary.local.cli.screen.RequestTally;
import io.tributary.local.cli.screen.RequestTally.Sending;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cloud.CloudSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Follows the requests to the attribution service, and says once when they do not get on. */
final class RequestWatch {
  /** Counting lists thousands of objects: it takes at most so small a part of the time. */
  private static final int COUNTING_IS_ONE_OF = 20;

  /** So often a silence is looked into; it is said where its reason is known. */
  private static final Duration LOOK_INTO_SILENCE = Duration.ofSeconds(5);

  /** From then on it is said anyway. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final RequestCount requests;
  private final RunScreen screen;
  private final CloudSettings settings;
  private final InstantSource clock;
  private Instant countAgainAt = Instant.MIN;
  private Optional<Instant> quietSince = Optional.empty();
  private Optional<Instant> checkedAt = Optional.empty();
  private long done;
  private boolean saidSo;

  RequestWatch(
      RequestCount requests, RunScreen screen, CloudSettings settings, InstantSource clock) {
    this.requests = requests;
    this.screen = screen;
    this.settings = settings;
    this.clock = clock;
  }

  /** Shows how far the run's requests are, unless it did so just now. */
  void look(long run) {
    Instant began = clock.instant();
    if (began.isBefore(countAgainAt)) {
      return;
    }
    RequestTally tally = requests.of(run);
    screen.requests(tally);
    if (tally.done() != done || quietSince.isEmpty()) {
      quietSince = Optional.of(began);
    }
    done = tally.done();
    if (done < tally.total() && !began.isBefore(checkAgainAt())) {
      checkedAt = Optional.of(began);
      requests.requireStoreTakesMore(run);
      saySilence(run, Duration.between(quietSince.get(), began));
    }
    Duration took = Duration.between(began, clock.instant());
    countAgainAt = clock.instant().plus(took.multipliedBy(COUNTING_IS_ONE_OF));
  }

  /**
   * Shows what became of them in the end; nothing where the run had none. Of a run that was stopped
   * the requests may be gone: then its stage did not end.
   */
  void finished(String stage, long run, Duration took, Sending sending) {
    RequestTally tally = requests.of(run);
    if (tally.total() == 0) {
      if (sending == Sending.ENDED) {
        screen.stageLeftOut(stage);
      }
    } else {
      screen.requestsFinished(stage, tally, sending, took);
    }
  }

  private Instant checkAgainAt() {
    Instant last = quietSince.orElseThrow();
    Instant checked = checkedAt.orElse(last);
    return (checked.isAfter(last) ? checked : last).plus(LOOK_INTO_SILENCE);
  }

  private void saySilence(long run, Duration silence) {
    Optional<String> reason = requests.problem(run);
    if (saidSo || (reason.isEmpty() && silence.compareTo(SILENCE) < 0)) {
      return;
    }
    saidSo = true;
    screen.note(
        "  No answer for %d s: %s Each request is tried up to %d times, with %d s of waiting at most."
            .formatted(
                silence.toSeconds(),
                reason.orElse("the attribution service takes its time."),
                settings.patience().tries() * settings.deliveries(),
                settings.patience().longestWaiting(settings.deliveries()).toSeconds()));
  }
}
