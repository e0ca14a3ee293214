package io.tributary.local.states.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.json.Json;
import io.tributary.local.functions.LocalFunctions;
import io.tributary.local.states.Pace;
import io.tributary.local.states.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runner of state machines says when it is closed. */
class EngineTest {
  @TempDir Path folder;

  private final CountDownLatch working = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  @Test
  void saysThatSomethingMayStillWriteWhenItDoesNotStopInTime() throws InterruptedException {
    Engine engine = engine();
    engine.threads().execute(this::workHeedlessly);
    working.await();

    assertThat(logged(engine::close))
        .contains("State machines did not stop within 2 seconds")
        .contains(folder.toString());

    over.countDown();
  }

  @Test
  void saysNothingWhenAllHasStopped() {
    assertThat(logged(engine()::close)).isEmpty();
  }

  private Engine engine() {
    Clock clock = Clock.systemUTC();
    return new Engine(
        Timeline.running(clock),
        Pace.asWritten(),
        new LocalFunctions(clock, Json.MAPPER),
        Map.of(),
        folder);
  }

  /** Goes on until it is told to end, whoever interrupts it. */
  private void workHeedlessly() {
    working.countDown();
    boolean isOver = false;
    while (!isOver) {
      try {
        over.await();
        isOver = true;
      } catch (InterruptedException e) {
        // The next round waits again.
      }
    }
  }

  private static String logged(Runnable work) {
    PrintStream before = System.err;
    var written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return written.toString(StandardCharsets.UTF_8);
  }
}
