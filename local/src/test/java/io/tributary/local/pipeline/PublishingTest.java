package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Pipeline;
import io.tributary.error.LeaseLostException;
import io.tributary.run.PublishStage;
import io.tributary.run.ReleaseStep;
import io.tributary.run.RunFolder;
import io.tributary.run.RunRequest;
import io.tributary.run.StageContext;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateExitedEventDetails;

/** What users see of a run, and when. */
class PublishingTest {
  private static final String KEEP_TWO = "keep_runs: 2";

  /** States until the run has taken back what others left. */
  private static final long AFTER_EXTRACT = 30;

  @TempDir static Path folder;
  private static TestShop shop;
  private static TestCloud cloud;
  private static int customers;

  private String live;
  private long run;

  @BeforeAll
  static void start() {
    shop = new TestShop(folder).orders(0, 6);
    customers = 6;
    cloud = TestCloud.start(shop.project());
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void settle() {
    shop.project(KEEP_TWO);
    live = cloud.succeed().published();
    run = Long.parseLong(cloud.lastRun());
  }

  @Test
  void showsARunWholeOrNotAtAll() {
    newOrder();
    String before = figures();
    Set<String> seen = new HashSet<>();

    String execution = cloud.begin(RunRequest.everything());
    while (cloud.describe(execution).status() == ExecutionStatus.RUNNING) {
      seen.add(figures());
    }

    assertThat(figures()).isNotEqualTo(before);
    assertThat(seen).contains(before).isSubsetOf(before, figures());
  }

  @Test
  void keepsWhatIsLiveWhenARunIsOnlyCalculatedAndKeepsItsRows() {
    newOrder();
    shop.project(KEEP_TWO, "publish: false");

    cloud.succeed();

    assertThat(cloud.published()).isEqualTo(live);
    assertThat(cloud.runsWithRows()).contains(number(run), number(run + 1));
    assertThat(cloud.finishedRuns()).contains(number(run + 1));

    shop.project(KEEP_TWO);
    cloud.succeed();
    assertThat(cloud.runsWithRows())
        .as("a run takes back what was calculated after the live one")
        .containsExactly(number(run), number(run + 2));
  }

  @Test
  void keepsTheLiveRunsRowsThoughNewerRunsAreAsManyAsAreKept() {
    shop.project("keep_runs: 1", "publish: false");
    cloud.succeed();
    var retire = new PublishStage(Pipeline.SCHEMA).parts().get(1).batch(cloud.context(run + 1));

    cloud.cloud().pipeline().warehouse().run("retire", retire.orElseThrow());

    assertThat(cloud.runsWithRows()).containsExactly(number(run), number(run + 1));
    assertThat(cloud.published()).isEqualTo(live);
  }

  @Test
  void keepsTheRowsOfTheNewestRunsAndLeavesTheViewsAlone() {
    String views = views();

    cloud.succeed().succeed();

    assertThat(cloud.runsWithRows()).containsExactly(number(run + 1), number(run + 2));
    assertThat(views()).isEqualTo(views);
  }

  @Test
  void forgetsTheObjectsOfAllRunsOlderThanThoseWhoseRowsAreKept() {
    cloud.stopAfter(cloud.begin(RunRequest.everything()), AFTER_EXTRACT);

    cloud.succeed();
    assertThat(foldersOfRuns()).containsExactlyInAnyOrder(run, run + 1, run + 2);

    cloud.succeed();
    assertThat(foldersOfRuns()).containsExactlyInAnyOrder(run + 2, run + 3);
  }

  @Test
  void keepsTheLiveRunsRowsWhenItFailsAfterItWasPublished() {
    String execution = cloud.value("select execution from tributary_store.runs where run = " + run);
    cloud.cloud().pipeline().lease().acquire(execution);

    cloud.step(
        "release",
        new ReleaseStep.Input(
            execution, Optional.of(run), Optional.of(new ReleaseStep.Failure("Any", "broke"))));
    assertThat(cloud.finishedRuns()).contains(number(run));
    cloud.stopAfter(cloud.begin(RunRequest.everything()), AFTER_EXTRACT);

    assertThat(cloud.published()).isEqualTo(live);
  }

  @Test
  void neverTakesBackTheRowsThatAreLive() {
    cloud.sql("update tributary_store.runs set status = 'failed' where run = " + run);

    cloud.stopAfter(cloud.begin(RunRequest.everything()), AFTER_EXTRACT);

    assertThat(cloud.published()).isEqualTo(live);
  }

  @Test
  void tidiesUpAfterARunThatWasKilledJustAfterItWasPublished() {
    String execution = cloud.begin(RunRequest.everything());
    Await.until(() -> cloud.value("select run from tributary_store.live").equals(number(run + 1)));
    cloud.stop(execution);

    cloud.stopAfter(cloud.begin(RunRequest.everything()), AFTER_EXTRACT);
    assertThat(cloud.published()).isEqualTo(live);

    cloud.succeed();
    assertThat(cloud.workSchemas()).isEmpty();
    assertThat(cloud.openStages()).isEmpty();
  }

  @Test
  void doesNotPublishARunThatAnotherTookBack() {
    newOrder();
    shop.project(KEEP_TWO, "publish: false");
    cloud.succeed();
    cloud.sql("update tributary_store.runs set status = 'taken back' where run = " + (run + 1));
    var publish = new PublishStage(Pipeline.SCHEMA);
    StageContext late = cloud.context(run + 1);

    cloud.cloud().pipeline().warehouse().run("late", publish.parts().get(0).batch(late).get());

    assertThat(cloud.published()).isEqualTo(live);
    assertThatThrownBy(() -> publish.finish(late)).isInstanceOf(LeaseLostException.class);
  }

  @Test
  void saysWhichViewItMadeAnew() {
    cloud.sql("drop view tributary.channel_reporting");
    cloud.sql("create view tributary.channel_reporting as select 'old' as model");

    String execution = cloud.begin(RunRequest.everything());
    cloud.end(execution);

    assertThat(plannedIn(execution))
        .contains("Made anew, because their columns changed: the views channel_reporting.");
    assertThat(cloud.published()).isEqualTo(live);
  }

  @Test
  void bootstrapsByItselfToo() {
    String views = views();

    assertThat(cloud.step("bootstrap", Map.of()))
        .isEqualTo("{\"migrations\":[],\"changedViews\":[]}");

    assertThat(views()).isEqualTo(views);
  }

  /** The output of an execution's state Plan. */
  private static String plannedIn(String execution) {
    return cloud
        .cloud()
        .clients()
        .sfn()
        .getExecutionHistoryPaginator(r -> r.executionArn(execution))
        .events()
        .stream()
        .map(HistoryEvent::stateExitedEventDetails)
        .filter(exited -> exited != null && exited.name().equals("Plan"))
        .map(StateExitedEventDetails::output)
        .findFirst()
        .orElseThrow();
  }

  private static void newOrder() {
    shop.orders(customers++, 1);
  }

  /** Of every published table something, in one statement. */
  private static String figures() {
    return cloud
        .rows(
            "select (select count(*) from tributary.conversions),"
                + " (select count(*) from tributary.journey_sessions),"
                + " (select sum(credit) from tributary.attribution_customer_journey),"
                + " (select sum(revenue) from tributary.channel_reporting)")
        .toString();
  }

  private static Stream<Long> foldersOfRuns() {
    return RunFolder.existing(cloud.cloud().pipeline().objects()).stream().map(RunFolder::run);
  }

  private static String number(long run) {
    return Long.toString(run);
  }

  /** A view that is made anew gets another number. */
  private static String views() {
    return cloud.sql(
        "select string_agg(view_oid::text, ',' order by view_name)"
            + " from duckdb_views() where schema_name = 'tributary'");
  }
}
