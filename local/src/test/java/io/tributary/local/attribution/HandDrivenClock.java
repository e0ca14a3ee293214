package io.tributary.local.attribution;

import io.tributary.attribution.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only a wait, or the test, moves on. */
final class HandDrivenClock extends Clock implements Pause {
  private final List<Duration> waits = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private Instant now = Instant.parse("2023-10-01T00:00:00Z");

  @Override
  public void waitFor(Duration duration) {
    waits.add(duration);
    now = now.plus(duration);
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
  }

  /** What happens while somebody waits the next time. */
  void whenWaiting(Runnable event) {
    meanwhile = event;
  }

  void advance(Duration duration) {
    now = now.plus(duration);
  }

  List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
