package io.tributary.local.cli.command;

import io.tributary.run.Resets.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a reset was asked to do.
 *
 * @param parts what to calculate from scratch; empty for all
 */
public record ResetOptions(Path project, List<String> parts, Values values) {
  public ResetOptions {
    Objects.requireNonNull(project);
    Objects.requireNonNull(values);
    parts = List.copyOf(parts);
  }
}
