package io.tributary.config;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

  /**
   * The moment that the start means, empty where there is none.
   *
   * @param now what {@code now} means
   */
  public Optional<Instant> beginning(ZoneId zone, Instant now) {
    return startDate
        .flatMap(WrittenTime::parse)
        .map(time -> time.beginning(zone, Clock.fixed(now, ZoneOffset.UTC)));
  }
}
