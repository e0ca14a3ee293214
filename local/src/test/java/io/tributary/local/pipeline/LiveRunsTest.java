package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Pipeline;
import io.tributary.error.LeaseLostException;
import io.tributary.error.UserException;
import io.tributary.rehearsal.Comparison;
import io.tributary.rehearsal.Comparison.Changes;
import io.tributary.rehearsal.Comparison.LargeProfile;
import io.tributary.rehearsal.Comparison.Move;
import io.tributary.rehearsal.Comparison.Size;
import io.tributary.run.Bootstrap;
import io.tributary.run.ChangingViews;
import io.tributary.run.LiveRuns;
import io.tributary.run.LiveRuns.Switched;
import io.tributary.run.RunRequest;
import io.tributary.warehouse.SqlTemplates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a project in the hands of an operator, as one story: each test goes on where the one
 * before it ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveRunsTest {
  @TempDir static Path folder;
  private OperatedShop shop;
  private TestCloud cloud;
  private String first;
  private String second;

  @BeforeAll
  void start() {
    shop = new OperatedShop(folder);
    cloud = shop.cloud();
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  @Order(1)
  void hasNothingToShowBeforeTheFirstRun() {
    refuses(() -> shop.runs().publish("tributary", Optional.empty()))
        .hasMessage(
            "There is nothing to publish, because the project has not been run yet; run it.");
    refuses(() -> shop.runs().publish("tributary", Optional.of(7L)))
        .hasMessage("There is no run 7, because the project has not been run yet.");
    refuses(() -> shop.runs().rollback("tributary", Optional.empty()))
        .hasMessage("Nothing is live yet, so there is nothing to go back from.");
  }

  @Test
  @Order(2)
  void publishesWhatWasOnlyCalculated() {
    cloud.succeed(OperatedShop.DRY_RUN);
    assertThat(shop.profiles()).isEmpty();

    assertThat(shop.runs().publish("tributary", Optional.empty()))
        .isEqualTo(new Switched(0, 1, List.of()));

    assertThat(shop.profiles()).hasSize(2);
    first = cloud.published();
    refuses(() -> shop.runs().publish("tributary", Optional.of(1L)))
        .hasMessage("Run 1 is live already; there is nothing to do.");
    refuses(() -> shop.runs().publish("tributary", Optional.empty()))
        .hasMessage("There is nothing to publish: run 1 is live and no newer one is calculated.");
    refuses(() -> shop.runs().rollback("tributary", Optional.empty()))
        .hasMessageStartingWith("No published run before the live run 1 is kept;");
  }

  @Test
  @Order(3)
  void rehearsesBesideWhatIsLive() {
    shop.event(3, "2023-01-01 11:00:00", "'user':'ben','device':'phone'");
    shop.event(4, "2023-01-01 12:00:00", "'user':'cleo'");

    cloud.succeed(OperatedShop.DRY_RUN);

    assertThat(cloud.published()).isEqualTo(first);
    String ada = OperatedShop.id("ada");
    assertThat(shop.comparison(2))
        .isEqualTo(
            new Comparison(
                2,
                1,
                new Size(2, 4),
                new Size(2, 5),
                new Changes(1, 0, 0),
                List.of(
                    new LargeProfile(ada, "user_id:ada", 4, 2, 2),
                    new LargeProfile(OperatedShop.id("cleo"), "user_id:cleo", 1, 0, 0)),
                List.of(new Move(OperatedShop.id("ben"), "user_id:ben", ada, "user_id:ada", 2)),
                List.of()));
    assertThat(cloud.note("compare"))
        .isEqualTo("2 profiles live, 2 now: 1 merged, 0 split, 0 renamed.");
  }

  @Test
  @Order(4)
  void supersedesWhatWasCalculatedAndIsNotLiveWhenTheNextRunBegins() {
    cloud.succeed();
    second = cloud.published();

    refuses(() -> shop.runs().publish("tributary", Optional.of(2L)))
        .hasMessageStartingWith("Run 2 was superseded when run 3 began from what was live then;");
    assertThat(cloud.rows("select run_id, kind from tributary.identity_merges"))
        .as("the change counts once")
        .containsExactly(List.of("3", "merge"));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  @Order(5)
  void goesBackAndForth() {
    assertThat(shop.runs().rollback("tributary", Optional.empty()))
        .isEqualTo(new Switched(3, 1, List.of()));
    assertThat(cloud.published()).isEqualTo(first);
    assertThat(cloud.rows("select * from tributary.identity_merges")).isEmpty();
    refuses(() -> shop.runs().rollback("tributary", Optional.of(3L)))
        .hasMessage("Run 3 is newer than the live run 1; publish --run 3 makes it live.");

    shop.runs().publish("tributary", Optional.empty());
    assertThat(cloud.published()).isEqualTo(second);
    refuses(() -> shop.runs().publish("tributary", Optional.of(1L)))
        .hasMessage("Run 1 is older than the live run 3; rollback --to 1 goes back to it.");
  }

  @Test
  @Order(6)
  void beginsFromWhatIsLiveAfterARollback() {
    shop.runs().rollback("tributary", Optional.of(1L));

    cloud.succeed();

    assertThat(cloud.published()).as("the same events, stitched after run 1").isEqualTo(second);
    assertThat(cloud.rows("select run_id, kind from tributary.identity_merges"))
        .containsExactly(List.of("4", "merge"));
    refuses(() -> shop.runs().rollback("tributary", Optional.of(3L)))
        .hasMessageStartingWith("Run 3 was superseded when run 4 began");
    assertThat(shop.runs().rollback("tributary", Optional.empty()).now()).isEqualTo(1);
    assertThat(cloud.published()).isEqualTo(first);
    shop.runs().publish("tributary", Optional.of(4L));
  }

  @Test
  @Order(7)
  void showsNoRunThatFailedOrWasPartialOrIsNoLongerKept() {
    cloud.sql("update tributary_store.runs set status = 'taken back' where run = 3");
    cloud.sql("update tributary_store.runs set superseded_by = null where run = 3");
    refuses(() -> shop.runs().rollback("tributary", Optional.of(3L)))
        .hasMessage("Run 3 did not succeed, so there is nothing of it to show; run again.");

    cloud.succeed(
        new RunRequest(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of("stitch"), false, false));
    refuses(() -> shop.runs().publish("tributary", Optional.of(5L)))
        .hasMessage("Run 5 calculated some stages only; run again without --only.");
    refuses(() -> shop.runs().publish("tributary", Optional.empty()))
        .hasMessage("There is nothing to publish: run 4 is live and no newer one is calculated.");

    cloud.succeed().succeed();
    refuses(() -> shop.runs().rollback("tributary", Optional.of(1L)))
        .hasMessage("Run 1 is no longer kept; keep_runs in the project file says how many are.");
    refuses(() -> shop.runs().rollback("tributary", Optional.of(70L)))
        .hasMessage("There is no run 70; the newest is run 7.");
    assertThat(cloud.published()).isEqualTo(second);
  }

  @Test
  @Order(8)
  void leavesAProjectAloneThatARunHolds() {
    String execution = shop.beginARun();

    assertThatThrownBy(() -> shop.runs().rollback("tributary", Optional.empty()))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("wait for it to end");

    cloud.end(execution);
    assertThat(cloud.published()).isEqualTo(second);
  }

  @Test
  @Order(9)
  void changesNothingWhereTheRunIsTakenBackMeanwhile() {
    cloud.succeed(OperatedShop.DRY_RUN);
    String before = cloud.published();
    String run = cloud.lastRun();
    String takeBack = "update tributary_store.runs set status = 'taken back' where run = " + run;

    LiveRuns interrupted = runsThat(() -> cloud.sql(takeBack));

    assertThatThrownBy(() -> interrupted.publish("tributary", Optional.empty()))
        .isInstanceOf(LeaseLostException.class)
        .hasMessage("Another run began meanwhile and took run %s back; nothing was changed.", run);
    assertThat(cloud.published()).isEqualTo(before);
  }

  /** An operator's switch during which something happens just before the UPDATE. */
  private LiveRuns runsThat(Runnable happen) {
    Pipeline pipeline = cloud.cloud().pipeline();
    var sql = new SqlTemplates();
    return new LiveRuns(
        pipeline.warehouse(),
        sql,
        pipeline.objects(),
        new Bootstrap(pipeline.warehouse(), sql, Pipeline.SCHEMA),
        pipeline.lease(),
        new ChangingViews(
            context -> {
              happen.run();
              return List.of();
            },
            context -> List.of()));
  }

  private static AbstractThrowableAssert<?, ?> refuses(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(UserException.class);
  }
}
