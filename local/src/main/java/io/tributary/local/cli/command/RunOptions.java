package io.tributary.local.cli.command;

import io.tributary.run.RunPlan.Paying;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run was asked to do. Moments are dates, ISO timestamps or {@code now}, already checked for
 * their form; the project's time zone decides what they mean.
 *
 * @param project the project folder
 * @param from first moment of the window; empty for the project file's
 * @param to end of the window; empty for the project file's
 * @param asOf the moment as of which features are taken; empty to follow from the window
 * @param only the stages to run, in the order given; empty for all
 * @param paying how the attribution service may be used
 */
public record RunOptions(
    Path project,
    Optional<String> from,
    Optional<String> to,
    Optional<String> asOf,
    List<String> only,
    Paying paying) {
  public RunOptions {
    Objects.requireNonNull(project);
    Objects.requireNonNull(paying);
    only = List.copyOf(only);
  }
}
