package io.tributary.run;

import java.util.List;
import java.util.Optional;

/**
 * What a user or a schedule asks of a run: the input of the state machine.
 *
 * @param from first date or moment of conversions; absent for the project's
 * @param to last date or exclusive moment of conversions; absent for the project's
 * @param asOf the moment as of which things are calculated
 * @param only stages to run, with those that they need; empty for all
 * @param dryRun calculate everything, send nothing to the attribution service, publish nothing
 * @param noReuse send every journey anew
 */
public record RunRequest(
    Optional<String> from,
    Optional<String> to,
    Optional<String> asOf,
    List<String> only,
    boolean dryRun,
    boolean noReuse) {
  public RunRequest {
    only = only == null ? List.of() : List.copyOf(only);
  }

  /** The whole project, as its file says. */
  public static RunRequest everything() {
    return new RunRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, false);
  }
}
