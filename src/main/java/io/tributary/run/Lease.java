package io.tributary.run;

import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.executions.Executions;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The object that says which execution may write. Runs of one project never overlap, and one that
 * was killed blocks nobody: its lease is taken over as soon as its execution no longer runs.
 */
public final class Lease {
  private static final String KEY = "lease.json";

  private final ObjectStore objects;
  private final Executions executions;
  private final Clock clock;

  public Lease(ObjectStore objects, Executions executions, Clock clock) {
    this.objects = objects;
    this.executions = executions;
    this.clock = clock;
  }

  /** What the lease object holds. */
  record Holder(String execution, Instant since) {}

  /**
   * Takes the lease for the execution; taken twice by one execution it is the same lease.
   *
   * @throws LeaseLostException if another run holds it
   */
  public void acquire(String execution) {
    byte[] mine = Json.bytes(new Holder(execution, clock.instant()));
    if (objects.putIfAbsent(KEY, mine)) {
      return;
    }
    Optional<StoredObject> stored = objects.get(KEY);
    if (stored.isEmpty()) {
      throw held("another run that has just ended");
    }
    Holder holder = Json.read(stored.get().body(), Holder.class);
    if (holder.execution().equals(execution)) {
      return;
    }
    if (executions.isRunning(holder.execution())
        || !objects.replace(KEY, mine, stored.get().etag())) {
      throw held("the run " + holder.execution() + " since " + holder.since());
    }
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
