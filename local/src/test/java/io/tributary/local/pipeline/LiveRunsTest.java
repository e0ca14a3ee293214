package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.tributary.Pipeline;
import io.tributary.error.LeaseLostException;
import io.tributary.error.UserException;
import io.tributary.json.Json;
import io.tributary.rehearsal.CompareStage;
import io.tributary.rehearsal.Comparison;
import io.tributary.rehearsal.Comparison.AttributeDifference;
import io.tributary.rehearsal.Comparison.Changes;
import io.tributary.rehearsal.Comparison.LargeProfile;
import io.tributary.rehearsal.Comparison.Move;
import io.tributary.rehearsal.Comparison.Size;
import io.tributary.run.LiveRuns;
import io.tributary.run.LiveRuns.Switched;
import io.tributary.run.Resets;
import io.tributary.run.Resets.Values;
import io.tributary.run.RunFolder;
import io.tributary.run.RunRequest;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
  private static final String[] IDENTITY = {
    "  crm: {kind: customer_events}",
    "window: {end_date: 2023-12-31}",
    "attribution: {models: [linear]}",
    "keep_runs: 3",
    "identity:",
    "  identifiers:",
    "    - {name: user_id, priority: 1, from: {crm: payload.user, conversions: user_id}}",
    "    - {name: device, priority: 2, from: {crm: payload.device, sessions: user_id}}"
  };

  @TempDir static Path folder;
  private TestShop shop;
  private TestCloud cloud;
  private String first;
  private String second;

  @BeforeAll
  void start() {
    shop =
        new TestShop(folder)
            .conversions("c1,ada,2023-01-10 12:00:00,100.00")
            .sessions("s1,phone,2023-01-02 12:00:00,Email,1,0,0")
            .project(IDENTITY);
    event(1, "2023-01-01 09:00:00", "'user':'ada','device':'phone'");
    event(2, "2023-01-01 10:00:00", "'user':'ben','device':'tablet'");
    cloud = TestCloud.start(shop);
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  @Order(1)
  void hasNothingToShowBeforeTheFirstRun() {
    refuses(() -> runs().publish("tributary", Optional.empty()))
        .hasMessage(
            "There is nothing to publish, because the project has not been run yet; run it.");
    refuses(() -> runs().publish("tributary", Optional.of(7L)))
        .hasMessage("There is no run 7, because the project has not been run yet.");
    refuses(() -> runs().rollback("tributary", Optional.empty()))
        .hasMessage("Nothing is live yet, so there is nothing to go back from.");
  }

  @Test
  @Order(2)
  void publishesWhatWasOnlyCalculated() {
    cloud.succeed(dryRun());
    assertThat(profiles()).isEmpty();

    assertThat(runs().publish("tributary", Optional.empty()))
        .isEqualTo(new Switched(0, 1, List.of()));

    assertThat(profiles()).hasSize(2);
    first = cloud.published();
    refuses(() -> runs().publish("tributary", Optional.of(1L)))
        .hasMessage("Run 1 is live already; there is nothing to do.");
    refuses(() -> runs().publish("tributary", Optional.empty()))
        .hasMessage("There is nothing to publish: run 1 is live and no newer one is calculated.");
    refuses(() -> runs().rollback("tributary", Optional.empty()))
        .hasMessageStartingWith("No published run before the live run 1 is kept;");
  }

  @Test
  @Order(3)
  void rehearsesBesideWhatIsLive() {
    event(3, "2023-01-01 11:00:00", "'user':'ben','device':'phone'");
    event(4, "2023-01-01 12:00:00", "'user':'cleo'");

    cloud.succeed(dryRun());

    assertThat(cloud.published()).isEqualTo(first);
    String ada = id("ada");
    assertThat(comparison(2))
        .isEqualTo(
            new Comparison(
                2,
                1,
                new Size(2, 4),
                new Size(2, 5),
                new Changes(1, 0, 0),
                List.of(
                    new LargeProfile(ada, "user_id:ada", 4, 2, 2),
                    new LargeProfile(id("cleo"), "user_id:cleo", 1, 0, 0)),
                List.of(new Move(id("ben"), "user_id:ben", ada, "user_id:ada", 2)),
                List.of()));
    assertThat(cloud.note("compare"))
        .isEqualTo("2 profiles live, 2 now: 1 merged, 0 split, 0 renamed.");
  }

  @Test
  @Order(4)
  void supersedesWhatWasCalculatedAndIsNotLiveWhenTheNextRunBegins() {
    cloud.succeed();
    second = cloud.published();

    refuses(() -> runs().publish("tributary", Optional.of(2L)))
        .hasMessageStartingWith("Run 2 was superseded when run 3 began from what was live then;");
    assertThat(cloud.rows("select run_id, kind from tributary.identity_merges"))
        .as("the change counts once")
        .containsExactly(List.of("3", "merge"));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  @Order(5)
  void goesBackAndForth() {
    assertThat(runs().rollback("tributary", Optional.empty()))
        .isEqualTo(new Switched(3, 1, List.of()));
    assertThat(cloud.published()).isEqualTo(first);
    assertThat(cloud.rows("select * from tributary.identity_merges")).isEmpty();
    refuses(() -> runs().rollback("tributary", Optional.of(3L)))
        .hasMessage("Run 3 is newer than the live run 1; publish --run 3 makes it live.");

    runs().publish("tributary", Optional.empty());
    assertThat(cloud.published()).isEqualTo(second);
    refuses(() -> runs().publish("tributary", Optional.of(1L)))
        .hasMessage("Run 1 is older than the live run 3; rollback --to 1 goes back to it.");
  }

  @Test
  @Order(6)
  void beginsFromWhatIsLiveAfterARollback() {
    runs().rollback("tributary", Optional.of(1L));

    cloud.succeed();

    assertThat(cloud.published()).as("the same events, stitched after run 1").isEqualTo(second);
    assertThat(cloud.rows("select run_id, kind from tributary.identity_merges"))
        .containsExactly(List.of("4", "merge"));
    refuses(() -> runs().rollback("tributary", Optional.of(3L)))
        .hasMessageStartingWith("Run 3 was superseded when run 4 began");
    assertThat(runs().rollback("tributary", Optional.empty()).now()).isEqualTo(1);
    assertThat(cloud.published()).isEqualTo(first);
    runs().publish("tributary", Optional.of(4L));
  }

  @Test
  @Order(7)
  void showsNoRunThatFailedOrWasPartialOrIsNoLongerKept() {
    cloud.sql("update tributary_store.runs set status = 'taken back' where run = 3");
    cloud.sql("update tributary_store.runs set superseded_by = null where run = 3");
    refuses(() -> runs().rollback("tributary", Optional.of(3L)))
        .hasMessage("Run 3 did not succeed, so there is nothing of it to show; run again.");

    cloud.succeed(
        new RunRequest(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of("stitch"), false, false));
    refuses(() -> runs().publish("tributary", Optional.of(5L)))
        .hasMessage("Run 5 calculated some stages only; run again without --only.");
    refuses(() -> runs().publish("tributary", Optional.empty()))
        .hasMessage("There is nothing to publish: run 4 is live and no newer one is calculated.");

    cloud.succeed().succeed();
    refuses(() -> runs().rollback("tributary", Optional.of(1L)))
        .hasMessage("Run 1 is no longer kept; keep_runs in the project file says how many are.");
    refuses(() -> runs().rollback("tributary", Optional.of(70L)))
        .hasMessage("There is no run 70; the newest is run 7.");
    assertThat(cloud.published()).isEqualTo(second);
  }

  @Test
  @Order(8)
  void leavesAProjectAloneThatARunHolds() {
    String execution = cloud.begin(RunRequest.everything());
    Await.until(() -> !cloud.column(leaseOf()).isEmpty());

    assertThatThrownBy(() -> runs().rollback("tributary", Optional.empty()))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("wait for it to end");

    cloud.end(execution);
    assertThat(cloud.published()).isEqualTo(second);
  }

  @Test
  @Order(9)
  void calculatesFromScratchUntilARunThatBeganAfterTheResetIsLive() {
    reset(Values.KEPT, rows -> fail("nothing goes, so nobody is asked"));
    assertThat(cloud.published()).isEqualTo(second);
    assertThat(isDue()).isTrue();

    cloud.succeed(dryRun());
    assertThat(isDue()).as("a rehearsal replaces nothing").isTrue();
    cloud.succeed();
    assertThat(isDue()).isFalse();
    assertThat(cloud.published()).as("the same ids").isEqualTo(second);

    runs().rollback("tributary", Optional.empty());
    assertThat(isDue()).as("what is live is from before the reset").isTrue();
    cloud.succeed();
    assertThat(isDue()).isFalse();
  }

  @Test
  @Order(10)
  void dropsWhatWasCalculatedOnlyWhenThatIsAgreedTo() {
    assertThat(reset(Values.DROPPED, rows -> rows.get("identity_map") == 0))
        .isEqualTo(Resets.Outcome.LEFT);
    assertThat(cloud.published()).isEqualTo(second);
    assertThat(isDue()).isFalse();

    assertThat(reset(Values.DROPPED, rows -> true)).isEqualTo(Resets.Outcome.RESET);
    assertThat(profiles()).isEmpty();

    cloud.succeed();
    assertThat(cloud.published()).as("the same ids").isEqualTo(second);
    assertThat(cloud.rows("select * from tributary.identity_merges")).isEmpty();
  }

  @Test
  @Order(11)
  void comparesAttributesWhereThereAre() {
    long run = Long.parseLong(cloud.lastRun());
    cloud.sql(
        """
        insert into tributary_store.profile_attributes
        select column0, column1, column2, column3, column4, timestamp '2023-01-01' from (values
          (1, null, 'a', 'colour', 'red'), (1, null, 'b', 'colour', 'blue'),
          (1, %1$d, 'a', 'size', '1'), (%1$d, null, 'a', 'size', '2'),
          (1, null, 'a', 'tags', 'x'), (%1$d, null, 'a', 'tags', 'y'), (%1$d, null, 'c', 'tags', 'x')
        ) as rows_of_attributes (column0, column1, column2, column3, column4)
        """
            .formatted(run));
    runs().rollback("tributary", Optional.empty());
    cloud.sql("create schema tributary_run_" + run);
    StageContext context = cloud.context(run);
    var stage = new CompareStage(Pipeline.SCHEMA);
    for (StagePart part : stage.parts()) {
      context.warehouse().run("compare", part.batch(context).orElseThrow());
    }

    stage.finish(context);

    assertThat(comparison(run).attributes())
        .containsExactly(
            new AttributeDifference("tags", 1, 3, 2, 2),
            new AttributeDifference("size", 1, 1, 1, 1),
            new AttributeDifference("colour", 2, 2, 2, 0));
  }

  private Resets.Outcome reset(Values values, Predicate<Map<String, Long>> agreed) {
    return cloud
        .cloud()
        .pipeline()
        .resets()
        .reset(context().plan().project(), List.of("identity"), values, agreed);
  }

  private boolean isDue() {
    return Resets.isDue(context(), "identity");
  }

  private StageContext context() {
    return cloud.context(Long.parseLong(cloud.lastRun()));
  }

  private static String leaseOf() {
    return "select run from tributary_store.runs where status = 'running'";
  }

  private LiveRuns runs() {
    return cloud.cloud().pipeline().liveRuns();
  }

  private Comparison comparison(long run) {
    byte[] object = cloud.cloud().pipeline().objects().read(new RunFolder(run).comparison());
    return Json.read(object, Comparison.class);
  }

  private List<List<String>> profiles() {
    return cloud.rows("select distinct profile_id from tributary.identity_map");
  }

  private void event(int number, String at, String payload) {
    shop.file(
        "data/raw.customer_events/%d.ndjson".formatted(number),
        "{'id':'e%d','type':'t','event_time':'%s','payload':{%s}}".formatted(number, at, payload));
  }

  private static AbstractThrowableAssert<?, ?> refuses(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(UserException.class);
  }

  private static RunRequest dryRun() {
    return new RunRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, false);
  }

  private static String id(String user) {
    return io.tributary.identity.ProfileId.of(
        new io.tributary.identity.Identifier("user_id", user));
  }
}
