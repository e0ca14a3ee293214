package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.sfn.model.ExecutionStatus.SUCCEEDED;

import io.tributary.local.attribution.ServiceSettings;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A run that is stopped anywhere, and run again. */
class KilledRunTest {
  private static final String PROJECT =
      "attribution: {ihc: {max_journeys_per_request: 2}}\n"
          + "identity: {identifiers: [{name: user_id, priority: 1,"
          + " from: {conversions: user_id, sessions: user_id}}]}";
  private static final ServiceSettings SERVICE =
      ServiceSettings.defaults().withLatency(Duration.ofMillis(20));

  @TempDir Path folder;

  /** Every so many states one kill; a run of this shop enters more than a hundred. */
  private static final long STEP = Boolean.getBoolean("tributary.long") ? 1 : 60;

  @Test
  void givesTheSameTablesAndPaysNothingTwiceWhereverItIsKilled() {
    var shop = new TestShop(folder.resolve("killed")).orders(0, 6).project(PROJECT);
    int orders = 6;
    String killed;
    try (var cloud = TestCloud.start(shop, SERVICE).succeed()) {
      ExecutionStatus end = ExecutionStatus.ABORTED;
      for (long states = 2; end == ExecutionStatus.ABORTED; states += STEP) {
        long enough = states;
        shop.orders(orders, 4);
        orders += 4;
        end = killAndRunAgain(cloud, execution -> cloud.stopAfter(execution, enough));
      }
      assertThat(end).as("the run that ended before it was killed").isEqualTo(SUCCEEDED);
      assertThat(cloud.service().timesPaid()).hasSize(orders);
      killed = cloud.published();
    }
    var fresh = new TestShop(folder.resolve("fresh")).orders(0, orders).project(PROJECT);
    try (var cloud = TestCloud.start(fresh, SERVICE).succeed()) {
      assertThat(killed).isEqualTo(cloud.published());
    }
  }

  @Test
  void paysNothingTwiceWhenItIsKilledBetweenItsCalls() {
    var shop = new TestShop(folder.resolve("calls")).orders(0, 6).project(PROJECT);
    try (var cloud = TestCloud.start(shop, SERVICE).succeed()) {
      shop.orders(6, 6);
      killAndRunAgain(
          cloud,
          execution -> {
            Await.until(() -> cloud.service().paidJourneys() > 6);
            cloud.stop(execution);
          });
      assertThat(cloud.service().timesPaid()).hasSize(12);
    }
  }

  /** How the run that was to be killed ended: aborted, if it was not done before. */
  private static ExecutionStatus killAndRunAgain(TestCloud cloud, Consumer<String> kill) {
    String before = cloud.published();

    String execution = cloud.begin(RunRequest.everything());
    kill.accept(execution);
    String left = cloud.published();
    cloud.succeed();

    assertThat(left).isIn(before, cloud.published());
    assertThat(cloud.service().timesPaid().values()).containsOnly(1);
    assertThat(cloud.openStages()).isEmpty();
    assertThat(cloud.workSchemas()).isEmpty();
    assertThat(cloud.runsWithRows()).allMatch(cloud.finishedRuns()::contains);
    return cloud.describe(execution).status();
  }
}
