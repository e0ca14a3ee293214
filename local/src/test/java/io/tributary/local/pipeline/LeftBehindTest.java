package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.attribution.FailedRequestsStage;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.objects.ObjectStore;
import io.tributary.run.PlanStep;
import io.tributary.run.RunFolder;
import io.tributary.run.RunRequest;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.warehouse.StatementBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run loads that another left: it was killed with answers paid and not yet loaded. */
class LeftBehindTest {
  private static final ServiceSettings SERVICE =
      ServiceSettings.defaults().withLatency(Duration.ofMillis(20));

  private final StagePart load = new FailedRequestsStage().parts().get(0);
  private final StagePart forget = new FailedRequestsStage().parts().get(1);

  @TempDir Path folder;
  private TestCloud cloud;
  private ObjectStore objects;
  private StageContext context;

  @BeforeEach
  void killARunAmongItsRequestsAndPlanAnother() {
    String project = "attribution: {ihc: {max_journeys_per_request: 1}}";
    cloud = TestCloud.start(new TestShop(folder).orders(0, 8).project(project), SERVICE);
    objects = cloud.cloud().pipeline().objects();
    String execution = cloud.begin(RunRequest.everything());
    Await.until(() -> !objects.list(RunFolder.RESULTS).isEmpty());
    cloud.stop(execution);
    cloud.step("plan", new PlanStep.Input(execution + "-by-hand", RunRequest.everything()));
    context = cloud.context(Long.parseLong(cloud.lastRun()));
    cloud.sql("create schema " + context.names().work());
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void makesTheSameRowsTwiceAsOnce() {
    run("load", load.batch(context));
    run("load again", load.batch(context));

    assertThat(rows("tributary_store.ihc_answers", "journey_hash, session_id"))
        .isNotEmpty()
        .doesNotHaveDuplicates();
    assertThat(rows("tributary.attribution_requests", "run_id, request_id"))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void forgetsOnlyWhatItsStatementLoaded() {
    byte[] result = objects.read(objects.list(RunFolder.RESULTS).get(0));
    run("load", load.batch(context));

    String late = RunFolder.RESULTS + "late.ndjson";
    objects.put(late, result);
    // Asked for once more, the statement is known by its token and not run again.
    assertThat(load.batch(context)).isPresent();
    forget.batch(context);

    assertThat(objects.list(RunFolder.RESULTS)).containsExactly(late);
  }

  private void run(String name, Optional<StatementBatch> batch) {
    cloud.cloud().pipeline().warehouse().run(name, batch.orElseThrow());
  }

  private List<List<String>> rows(String table, String key) {
    return cloud.rows("select " + key + " from " + table);
  }
}
