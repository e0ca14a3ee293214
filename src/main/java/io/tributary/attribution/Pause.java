package io.tributary.attribution;

import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a worker waits; a test or a demonstration may wait less. */
@FunctionalInterface
public interface Pause {
  void waitFor(Duration duration);

  /** Really waits. */
  static Pause real() {
    return duration -> {
      try {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TransientException(ErrorCode.OUT_OF_TIME, "The wait was interrupted.", e);
      }
    };
  }
}
