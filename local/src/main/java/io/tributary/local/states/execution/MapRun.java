package io.tributary.local.states.execution;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How a distributed Map stands: its items by status. Safe to read from any thread. */
public final class MapRun {
  private final String arn;
  private final String executionArn;
  private final String machineArn;
  private final Instant started;
  private final Limits limits;
  private final Map<ExecutionStatus, Integer> counts = new EnumMap<>(ExecutionStatus.class);
  private ExecutionStatus status = ExecutionStatus.RUNNING;
  private Optional<Instant> stopped = Optional.empty();

  /**
   * What a map run may do. Without either threshold no item may fail.
   *
   * @param items how many items there are
   * @param maxConcurrency how many run at once; 0 for as many as there are
   */
  public record Limits(
      int items,
      long maxConcurrency,
      OptionalLong toleratedFailures,
      OptionalDouble toleratedPercentage) {
    boolean exceededBy(int failures) {
      if (toleratedFailures.isEmpty() && toleratedPercentage.isEmpty()) {
        return failures > 0;
      }
      return failures > toleratedFailures.orElse(Long.MAX_VALUE)
          || failures * 100.0 > items * toleratedPercentage.orElse(100);
    }
  }

  /** A map run at one moment. */
  public record Snapshot(
      String arn,
      String executionArn,
      String machineArn,
      ExecutionStatus status,
      Instant started,
      Optional<Instant> stopped,
      Limits limits,
      Map<ExecutionStatus, Integer> counts) {
    public Snapshot {
      counts = Map.copyOf(counts);
    }

    public int count(ExecutionStatus of) {
      return counts.getOrDefault(of, 0);
    }

    /** The items that have not been started. */
    public int pending() {
      return limits.items() - counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  MapRun(String arn, String executionArn, String machineArn, Instant started, Limits limits) {
    this.arn = arn;
    this.executionArn = executionArn;
    this.machineArn = machineArn;
    this.started = started;
    this.limits = limits;
  }

  /** The run as it stands now. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(arn, executionArn, machineArn, status, started, stopped, limits, counts);
  }

  synchronized void itemStarted() {
    counts.merge(ExecutionStatus.RUNNING, 1, Integer::sum);
  }

  synchronized void itemEnded(ExecutionStatus as) {
    counts.merge(ExecutionStatus.RUNNING, -1, Integer::sum);
    counts.merge(as, 1, Integer::sum);
  }

  synchronized boolean isTolerated() {
    int failures =
        counts.getOrDefault(ExecutionStatus.FAILED, 0)
            + counts.getOrDefault(ExecutionStatus.TIMED_OUT, 0)
            + counts.getOrDefault(ExecutionStatus.ABORTED, 0);
    return !limits.exceededBy(failures);
  }

  synchronized void end(ExecutionStatus as, Instant now) {
    if (status == ExecutionStatus.RUNNING) {
      status = as;
      stopped = Optional.of(now);
    }
  }
}
