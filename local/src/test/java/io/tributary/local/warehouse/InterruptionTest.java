package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import io.tributary.warehouse.Warehouse;
import io.tributary.warehouse.WarehouseTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that is out of time is interrupted while it waits for the warehouse. */
class InterruptionTest {
  @TempDir Path folder;
  private WarehouseFixture fixture;
  private Warehouse warehouse;

  @BeforeEach
  void start() {
    fixture = WarehouseFixture.in(folder);
    var target =
        new WarehouseTarget("dev", Optional.of("local"), Optional.empty(), Optional.empty());
    warehouse = new Warehouse(fixture.client.sdk(), target);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void endsTheWaitForAStatementAndStaysInterrupted() {
    fixture.warehouse.faults().slow(Duration.ofMillis(500));
    Thread waiting = Thread.currentThread();
    Thread deadline = new Thread(() -> interruptOnceSubmitted(waiting));
    deadline.start();

    Throwable failure = catchThrowable(() -> warehouse.query("slow", "select 1", Map.of()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure)
        .isInstanceOfSatisfying(
            TransientException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_TIME))
        .hasMessageStartingWith("The step could not finish in time");
  }

  private void interruptOnceSubmitted(Thread waiting) {
    while (fixture.client.sdk().listStatements(r -> {}).statements().isEmpty()) {
      Thread.onSpinWait();
    }
    waiting.interrupt();
  }
}
