package io.tributary.local.cli.screen;

import java.time.Duration;
import java.util.Objects;

/** How a stage ended: rows it read, wrote and refused, and how long it took. */
public record StageResult(
    String name, long rowsIn, long rowsOut, long rowsRejected, Duration took) {
  public StageResult {
    Objects.requireNonNull(name);
    if (rowsIn < 0 || rowsOut < 0 || rowsRejected < 0 || took.isNegative()) {
      throw new IllegalArgumentException("Rows and time of stage " + name + " are not negative");
    }
  }
}
