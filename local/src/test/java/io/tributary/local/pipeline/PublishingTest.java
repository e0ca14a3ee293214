package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Pipeline;
import io.tributary.error.LeaseLostException;
import io.tributary.run.PublishStage;
import io.tributary.run.ReleaseStep;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What users see of a run, and when. */
class PublishingTest {
  private static final String KEEP_TWO = "keep_runs: 2";

  @TempDir Path folder;
  private TestShop shop;
  private TestCloud cloud;

  private void start() {
    shop = new TestShop(folder).orders(0, 6).project(KEEP_TWO);
    cloud = TestCloud.start(shop).succeed();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void showsARunWholeOrNotAtAll() {
    start();
    String before = cloud.published();
    shop.orders(6, 4);
    String execution = cloud.begin(RunRequest.everything());

    var seen = new TreeSet<String>();
    while (cloud.describe(execution).status() == ExecutionStatus.RUNNING) {
      seen.add(
          cloud.value(
              "select count(*) || ' ' || sum(credit) from tributary.attribution_customer_journey where model = 'linear'"));
    }

    assertThat(cloud.describe(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(cloud.published()).isNotEqualTo(before);
    // 1 + 2 + 3 + 1 + 2 + 3 sessions of 6 conversions; then 1 + 2 + 3 + 1 more of 4.
    assertThat(seen).isSubsetOf("12 6.000000000", "19 10.000000000").contains("12 6.000000000");
  }

  @Test
  void keepsWhatIsLiveWhenARunIsOnlyCalculatedAndKeepsItsRows() {
    start();
    String before = cloud.published();
    shop.orders(6, 1).project(KEEP_TWO, "publish: false");

    cloud.succeed();

    assertThat(cloud.published()).isEqualTo(before);
    assertThat(cloud.runsWithRows()).containsExactly("1", "2");
    assertThat(cloud.value("select status from tributary_store.runs where run = 2"))
        .isEqualTo("calculated");
  }

  @Test
  void keepsTheRowsOfTheNewestRunsAndLeavesTheViewsAlone() {
    start();
    String version = cloud.value("select version from tributary_store.schema_version");
    String views = views();

    cloud.succeed().succeed().succeed();

    assertThat(cloud.runsWithRows()).containsExactly("3", "4");
    assertThat(cloud.value("select version from tributary_store.schema_version"))
        .isEqualTo(version);
    assertThat(views()).isEqualTo(views);
  }

  /** A view that is made anew gets another number. */
  private String views() {
    return cloud.sql(
        "select string_agg(view_oid::text, ',' order by view_name) from duckdb_views() where schema_name = 'tributary'");
  }

  @Test
  void keepsTheLiveRunsRowsWhenItFailsAfterItWasPublished() {
    start();
    String live = cloud.published();
    String execution = cloud.value("select execution from tributary_store.runs where run = 1");
    cloud.cloud().pipeline().lease().acquire(execution);

    cloud.step(
        "release",
        new ReleaseStep.Input(
            execution, Optional.of(1L), Optional.of(new ReleaseStep.Failure("Any", "broke"))));
    cloud.stopAfter(cloud.begin(RunRequest.everything()), 40);

    assertThat(cloud.published()).isEqualTo(live);
  }

  @Test
  void tidiesUpAfterARunThatWasKilledJustAfterItWasPublished() {
    start();
    String execution = cloud.begin(RunRequest.everything());
    Await.until(() -> cloud.value("select run from tributary_store.live").equals("2"));
    cloud.stop(execution);
    String live = cloud.published();

    cloud.stopAfter(cloud.begin(RunRequest.everything()), 40);
    assertThat(cloud.published()).isEqualTo(live);

    cloud.succeed();
    assertThat(cloud.workSchemas()).isEmpty();
    assertThat(cloud.column("select count(*) from tributary.run_ledger where status = 'running'"))
        .containsExactly("0");
  }

  @Test
  void doesNotPublishARunThatAnotherTookBack() {
    start();
    String live = cloud.published();
    shop.orders(6, 1).project("publish: false");
    cloud.succeed();
    cloud.sql("update tributary_store.runs set status = 'taken back' where run = 2");

    var publish = new PublishStage(Pipeline.SCHEMA);
    var context = cloud.context(2);
    cloud.cloud().pipeline().warehouse().run("late", publish.parts().get(0).batch(context).get());

    assertThat(cloud.published()).isEqualTo(live);
    assertThatThrownBy(() -> publish.finish(context)).isInstanceOf(LeaseLostException.class);
  }
}
