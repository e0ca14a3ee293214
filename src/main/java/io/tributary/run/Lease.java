package io.tributary.run;

import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.executions.Executions;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The object that says who may write: an execution, or an operator's command. Runs of one project
 * never overlap, and what was killed does not block it: the lease of an execution is taken over as
 * soon as that no longer runs, the lease of a command, of which nobody can be asked whether it
 * lives, when its time is over.
 */
public final class Lease {
  /** Longer than a command's statements take, and no long wait after one that was killed. */
  static final Duration COMMANDS_TIME = Duration.ofMinutes(5);

  private static final String KEY = "lease.json";

  private final ObjectStore objects;
  private final Executions executions;
  private final Clock clock;

  public Lease(ObjectStore objects, Executions executions, Clock clock) {
    this.objects = objects;
    this.executions = executions;
    this.clock = clock;
  }

  /**
   * What the lease object holds.
   *
   * @param execution its ARN, or the name of an operator's command
   * @param until when the lease of a command ends; an execution's has no such time
   */
  record Holder(String execution, Instant since, Optional<Instant> until) {
    String sentence() {
      return until
          .map(
              end ->
                  "an operator's command since " + second(since) + ", at most until " + second(end))
          .orElse("the run " + execution + " since " + second(since));
    }

    private static Instant second(Instant moment) {
      return moment.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /**
   * Takes the lease for the execution; taken twice by one execution it is the same lease.
   *
   * @throws LeaseLostException if another run or a command holds it
   */
  public void acquire(String execution) {
    acquire(new Holder(execution, clock.instant(), Optional.empty()));
  }

  /**
   * Does the work of an operator's command, which no run meets. It is to be short: after five
   * minutes a run may take the lease over.
   *
   * @throws LeaseLostException if a run or another command holds it
   */
  public <T> T whileHolding(Supplier<T> work) {
    String command = "operator-" + UUID.randomUUID();
    Instant now = clock.instant();
    acquire(new Holder(command, now, Optional.of(now.plus(COMMANDS_TIME))));
    try {
      return work.get();
    } finally {
      release(command);
    }
  }

  private void acquire(Holder mine) {
    byte[] written = Json.bytes(mine);
    if (objects.putIfAbsent(KEY, written)) {
      return;
    }
    Optional<StoredObject> stored = objects.get(KEY);
    if (stored.isEmpty()) {
      throw held("another run that has just ended");
    }
    Holder holder = Json.read(stored.get().body(), Holder.class);
    if (holder.execution().equals(mine.execution())) {
      return;
    }
    if (isAlive(holder) || !objects.replace(KEY, written, stored.get().etag())) {
      throw held(holder.sentence());
    }
  }

  private boolean isAlive(Holder holder) {
    return holder
        .until()
        .map(end -> end.isAfter(clock.instant()))
        .orElseGet(() -> executions.isRunning(holder.execution()));
  }

  /**
   * Makes sure that the execution still holds the lease.
   *
   * @throws LeaseLostException if it does not
   */
  public void check(String execution) {
    if (!isHeldBy(execution)) {
      throw new LeaseLostException(
          ErrorCode.LEASE_LOST,
          "Another run took this project's lease over, so this one stops; nothing it wrote is"
              + " visible.");
    }
  }

  /** Gives the lease back; a lease of somebody else is left alone. */
  public void release(String execution) {
    if (isHeldBy(execution)) {
      objects.delete(KEY);
    }
  }

  boolean isHeldBy(String execution) {
    return objects
        .get(KEY)
        .map(stored -> Json.read(stored.body(), Holder.class).execution().equals(execution))
        .orElse(false);
  }

  private static LeaseLostException held(String holder) {
    return new LeaseLostException(
        ErrorCode.LEASE_HELD,
        "This project is held by " + holder + "; wait for it to end and run again.");
  }
}
