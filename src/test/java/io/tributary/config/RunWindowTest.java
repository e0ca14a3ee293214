package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RunWindowTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-06-01T10:20:30.123456789Z"), ZoneOffset.UTC);
  private static final Window YEAR = new Window(Optional.of("2023-01-01"), "2023-12-31");

  @Test
  void includesTheWholeOfTheLastDay() {
    RunWindow window = of(YEAR, UTC, null, null, null);

    assertThat(window.from()).contains(Instant.parse("2023-01-01T00:00:00Z"));
    assertThat(window.to()).isEqualTo("2024-01-01T00:00:00Z");
    assertThat(window.asOf()).isEqualTo("2024-01-01T00:00:00Z");
  }

  @Test
  void takesDaysInTheZoneOfTheProject() {
    RunWindow window = of(YEAR, BERLIN, null, null, "2023-07-01");

    assertThat(window.from()).contains(Instant.parse("2022-12-31T23:00:00Z"));
    assertThat(window.to()).isEqualTo("2023-12-31T23:00:00Z");
    assertThat(window.asOf()).isEqualTo("2023-06-30T22:00:00Z");
  }

  /** On 2023-03-26 Berlin's clocks went from 02:00 to 03:00, so the day had 23 hours. */
  @Test
  void knowsThatADayMayBeShort() {
    RunWindow window = of(YEAR, BERLIN, "2023-03-26", "2023-03-26", null);

    assertThat(window.from()).contains(Instant.parse("2023-03-25T23:00:00Z"));
    assertThat(window.to()).isEqualTo("2023-03-26T22:00:00Z");
  }

  @Test
  void takesTimestampsAsTheyAreAndInUtcUnlessTheyNameAZone() {
    RunWindow window =
        of(YEAR, BERLIN, "2023-01-01T12:00", "2023-01-02 12:00:30+02:00", "2023-05-01T00:00:00Z");

    assertThat(window.from()).contains(Instant.parse("2023-01-01T12:00:00Z"));
    assertThat(window.to()).isEqualTo("2023-01-02T10:00:30Z");
    assertThat(window.asOf()).isEqualTo("2023-05-01T00:00:00Z");
  }

  @Test
  void beginsWithTheDataWhereNoStartIsGiven() {
    assertThat(of(new Window(Optional.empty(), "now"), UTC, null, null, null).from()).isEmpty();
  }

  @Test
  void takesNowFromTheClockToTheMicrosecond() {
    RunWindow window = of(new Window(Optional.empty(), "now"), UTC, null, null, null);

    assertThat(window.to()).isEqualTo("2024-06-01T10:20:30.123456Z");
    assertThat(window.asOf()).isEqualTo(window.to());
  }

  @Test
  void prefersTheOptionsToTheWindow() {
    RunWindow window = of(YEAR, UTC, "2023-05-01", "2023-05-31", null);

    assertThat(window.from()).contains(Instant.parse("2023-05-01T00:00:00Z"));
    assertThat(window.to()).isEqualTo("2023-06-01T00:00:00Z");
    assertThat(window.asOf()).isEqualTo("2023-06-01T00:00:00Z");
  }

  @Test
  void acceptsAWindowInTheFuture() {
    assertThat(of(YEAR, UTC, "2030-01-01", "2030-01-31", null).to())
        .isEqualTo("2030-02-01T00:00:00Z");
  }

  @Test
  void refusesAReversedWindow() {
    assertRefused(
        () -> of(YEAR, UTC, "2024-02-01", null, null),
        "The window is reversed: it begins at 2024-02-01T00:00:00Z (--from 2024-02-01) and ends at"
            + " 2024-01-01T00:00:00Z (window.end_date 2023-12-31); begin earlier or end later.");
  }

  @Test
  void refusesAWindowWhoseLastDayIsTheDayBeforeItsFirst() {
    assertRefused(
        () -> of(YEAR, UTC, null, "2022-12-31", null),
        "The window is reversed: it begins at 2023-01-01T00:00:00Z (window.start_date 2023-01-01)"
            + " and ends at 2023-01-01T00:00:00Z (--to 2022-12-31); begin earlier or end later.");
  }

  @Test
  void refusesWhatIsNoTime() {
    assertRefused(
        () -> of(YEAR, UTC, null, null, "yesterday"),
        "--as-of cannot be \"yesterday\"; write a date such as 2023-12-31, a moment such as"
            + " 2023-12-31T18:30:00Z, or now.");
    assertRefused(() -> of(YEAR, UTC, "2023-02-29", null, null), "--from cannot be \"2023-02-29\"");
    assertRefused(() -> of(YEAR, UTC, null, "", null), "--to cannot be \"\"");
  }

  private static RunWindow of(Window window, ZoneId zone, String from, String to, String asOf) {
    return RunWindow.of(
        window,
        zone,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(asOf),
        CLOCK);
  }

  private static void assertRefused(ThrowingCallable call, String sentence) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WINDOW_INVALID))
        .hasMessageStartingWith(sentence);
  }
}
