package io.tributary.config;

import java.util.Objects;
import java.util.Optional;

/**
 * The window as the project file writes it: each end a date, a timestamp or {@code now}. An absent
 * start is the beginning of the data. What moments they mean is decided in the project's time zone
 * when a run is planned.
 */
public record Window(Optional<String> startDate, String endDate) {
  public Window {
    Objects.requireNonNull(startDate);
    Objects.requireNonNull(endDate);
  }
}
