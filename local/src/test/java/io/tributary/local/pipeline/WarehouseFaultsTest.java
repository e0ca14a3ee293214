package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.warehouse.Faults;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What the warehouse does wrong, again and again during a run. */
class WarehouseFaultsTest {
  /** States between two faults: some in every stage. */
  private static final int EVERY = 40;

  @TempDir static Path folder;
  private static TestCloud cloud;
  private static String expected;

  /** What goes wrong, and passes. */
  enum Trouble {
    THROTTLED(faults -> faults.throttleNext(2)),
    CONFLICT(faults -> faults.conflictNext(1)),
    ABORTED(faults -> faults.abortNext(1)),
    SERVER_ERROR(faults -> faults.failNext(2)),
    ANSWER_LOST(faults -> faults.loseAnswerOfNext(1));

    private final Consumer<Faults> cause;

    Trouble(Consumer<Faults> cause) {
      this.cause = cause;
    }
  }

  @BeforeAll
  static void start() {
    cloud = TestCloud.start(new TestShop(folder).orders(0, 9).project()).succeed();
    expected = cloud.published();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameTablesInSpiteOf(Trouble trouble) {
    String execution = cloud.begin(RunRequest.everything());
    long states = cloud.cloud().states().totalTransitions();
    while (cloud.describe(execution).status() == ExecutionStatus.RUNNING) {
      if (cloud.cloud().states().totalTransitions() >= states) {
        trouble.cause.accept(cloud.cloud().warehouse().faults());
        states += EVERY;
      }
    }
    cloud.quiet();

    assertThat(cloud.describe(execution).cause()).isNull();
    assertThat(cloud.describe(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(cloud.published()).isEqualTo(expected);
  }
}
