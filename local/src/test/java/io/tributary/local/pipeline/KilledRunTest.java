package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.attribution.ServiceSettings;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped anywhere, and run again. */
class KilledRunTest {
  private static final String PROJECT = "attribution: {ihc: {max_journeys_per_request: 2}}";
  private static final ServiceSettings SERVICE =
      ServiceSettings.defaults().withLatency(Duration.ofMillis(20));

  @TempDir Path folder;

  /** Every so many states one kill; a run of this shop enters about a hundred. */
  private static final long STEP = Boolean.getBoolean("tributary.long") ? 1 : 28;

  private static final long LAST = 112;

  @Test
  void givesTheSameTablesAndPaysNothingTwiceWhereverItIsKilled() {
    var shop = new TestShop(folder.resolve("killed")).orders(0, 6).project(PROJECT);
    List<Long> kills = LongStream.iterate(2, n -> n <= LAST, n -> n + STEP).boxed().toList();
    String killed;
    try (var cloud = TestCloud.start(shop, SERVICE).succeed()) {
      for (int kill = 0; kill < kills.size(); kill++) {
        shop.orders(6 + 4 * kill, 4);
        long states = kills.get(kill);
        killAndRunAgain(cloud, execution -> cloud.stopAfter(execution, states));
      }
      assertThat(cloud.service().timesPaid()).hasSize(6 + 4 * kills.size());
      killed = cloud.published();
    }
    var fresh = new TestShop(folder.resolve("fresh")).project(PROJECT);
    fresh.orders(0, 6 + 4 * kills.size());
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

  private static void killAndRunAgain(TestCloud cloud, Consumer<String> kill) {
    String before = cloud.published();

    kill.accept(cloud.begin(RunRequest.everything()));
    String left = cloud.published();
    cloud.succeed();

    assertThat(left).isIn(before, cloud.published());
    assertThat(cloud.service().timesPaid().values()).containsOnly(1);
    assertThat(cloud.openStages()).isEmpty();
    assertThat(cloud.workSchemas()).isEmpty();
    assertThat(cloud.runsWithRows()).allMatch(cloud.finishedRuns()::contains);
  }
}
