package io.tributary.config;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * The moments of a run, all UTC.
 *
 * @param from first moment of the window; empty for the beginning of the data
 * @param to end of the window, exclusive
 * @param asOf the moment as of which the run looks at its data
 */
public record RunWindow(Optional<Instant> from, Instant to, Instant asOf) {
  public RunWindow {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(asOf);
  }

  /**
   * What the window and a command's options mean. A bare date is a day of the zone: as a beginning
   * and as the as-of its midnight, as an end the whole of it. A timestamp is exact, UTC where it
   * names no zone, and exclusive as an end. {@code now} is the clock's moment.
   *
   * @param from {@code --from}, which goes before the window's start
   * @param to {@code --to}, which goes before the window's end
   * @param asOf {@code --as-of}; where absent the end of the window
   * @throws UserException if one is no time or the window does not begin before its end
   */
  public static RunWindow of(
      Window window,
      ZoneId zone,
      Optional<String> from,
      Optional<String> to,
      Optional<String> asOf,
      Clock clock) {
    Clock now = Clock.fixed(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    Optional<Written> start =
        from.map(text -> new Written("--from", text))
            .or(() -> window.startDate().map(text -> new Written("window.start_date", text)));
    Written end =
        to.map(text -> new Written("--to", text))
            .orElseGet(() -> new Written("window.end_date", window.endDate()));
    Optional<Instant> first = start.map(written -> written.time().beginning(zone, now));
    Instant last = end.time().end(zone, now);
    if (first.isPresent() && !first.get().isBefore(last)) {
      throw reversed(start.get(), first.get(), end, last);
    }
    Instant seen =
        asOf.map(text -> new Written("--as-of", text).time().beginning(zone, now)).orElse(last);
    return new RunWindow(first, last, seen);
  }

  private static UserException reversed(Written start, Instant first, Written end, Instant last) {
    return new UserException(
        ErrorCode.WINDOW_INVALID,
        "The window is reversed: it begins at %s (%s) and ends at %s (%s); begin earlier or end"
                .formatted(first, start, last, end)
            + " later.");
  }

  /** A time and where it was written. */
  private record Written(String place, String text) {
    WrittenTime time() {
      return WrittenTime.parse(text)
          .orElseThrow(
              () ->
                  new UserException(
                      ErrorCode.WINDOW_INVALID,
                      "%s cannot be \"%s\"; write a date such as 2023-12-31, a moment such as"
                              .formatted(place, Values.shortened(text))
                          + " 2023-12-31T18:30:00Z, or now."));
    }

    @Override
    public String toString() {
      return place + " " + text;
    }
  }
}
