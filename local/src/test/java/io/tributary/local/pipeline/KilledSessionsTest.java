package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A run of sessions and metrics that is stopped anywhere, and run again. */
class KilledSessionsTest {
  /** Every so many states one kill; a run of this stream enters more than a hundred. */
  private static final long STEP = Boolean.getBoolean("tributary.long") ? 1 : 55;

  private static final String PROJECT =
      """
      project: shop
      window: {start_date: 2023-01-01, end_date: 2023-01-05}
      sources: {tracks: {kind: tracks}, pages: {kind: pages}, carts: {kind: product_added}}
      """;

  @TempDir Path folder;

  @Test
  void givesTheSameSessionsAndMetricsWhereverItIsKilled() {
    var random = new Random(1);
    var stream = new WebStream(folder.resolve("killed")).deliver(random, 30);
    stream.shop().projectFile(PROJECT);
    List<List<String>> killed;
    try (var cloud = TestCloud.start(stream.shop()).succeed()) {
      ExecutionStatus end = ExecutionStatus.ABORTED;
      for (long states = 2; end == ExecutionStatus.ABORTED; states += STEP) {
        stream.deliver(random, 6);
        end = killAndRunAgain(cloud, states);
      }
      assertThat(end).isEqualTo(ExecutionStatus.SUCCEEDED);
      killed = SessionResults.of(cloud);
    }
    try (var cloud = TestCloud.start(stream.atOnce(folder.resolve("fresh"))).succeed()) {
      assertThat(killed).isEqualTo(SessionResults.of(cloud));
    }
  }

  /** How the run that was to be killed ended: aborted, if it was not done before. */
  private static ExecutionStatus killAndRunAgain(TestCloud cloud, long states) {
    List<List<String>> before = SessionResults.of(cloud);
    String execution = cloud.begin(RunRequest.everything());
    cloud.stopAfter(execution, states);
    List<List<String>> left = SessionResults.of(cloud);
    cloud.succeed();

    assertThat(left).isIn(before, SessionResults.of(cloud));
    assertThat(cloud.workSchemas()).isEmpty();
    assertThat(
            cloud.column(
                "select from_run from tributary_store.web_sessions union select to_run"
                    + " from tributary_store.web_sessions where to_run is not null"
                    + " union select run from tributary_store.daily_event_metrics"))
        .allMatch(cloud.finishedRuns()::contains);
    return cloud.describe(execution).status();
  }
}
