package io.tributary.local.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, set forward or stopped, also both. */
final class MovableClock extends Clock {
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final AtomicReference<Instant> stoppedAt = new AtomicReference<>();

  void forward(Duration more) {
    ahead.updateAndGet(more::plus);
    stoppedAt.updateAndGet(stopped -> stopped == null ? null : stopped.plus(more));
  }

  /** It is the same moment until {@link #goOn} or {@link #forward}. */
  void stop() {
    stoppedAt.set(instant());
  }

  void goOn() {
    stoppedAt.set(null);
  }

  @Override
  public Instant instant() {
    Instant stopped = stoppedAt.get();
    return stopped != null ? stopped : Clock.systemUTC().instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Only UTC is asked for");
  }
}
