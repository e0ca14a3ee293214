package io.tributary.local.states;

import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A state that calls a function, on a clock that the test drives. */
@Timeout(60)
abstract class CallOfAFunction {
  static final String CALL =
      "'Call': {'Type': 'Task', 'Resource': 'arn:aws:lambda:local:000000000000:function:f', ";

  @TempDir Path folder;
  final HandDrivenTimeline time = new HandDrivenTimeline(Instant.parse("2024-01-01T00:00:00Z"));
  StatesLab lab;

  @BeforeEach
  void open() {
    lab = new StatesLab(folder, builder -> builder.timeline(time));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  AtomicInteger failing(int times) {
    AtomicInteger calls = new AtomicInteger();
    lab.function(
        "f",
        input -> {
          if (calls.incrementAndGet() <= times) {
            throw new TransientException(ErrorCode.SERVICE_THROTTLED, "Try later.");
          }
          return "done";
        });
    return calls;
  }

  Duration nextDelay() throws InterruptedException {
    Duration delay = time.awaitTimers(1);
    time.advance(delay);
    return delay;
  }
}
