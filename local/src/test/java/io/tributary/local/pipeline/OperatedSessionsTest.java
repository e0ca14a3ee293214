package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.LiveRuns;
import io.tributary.run.PlanStep;
import io.tributary.run.PublishStage;
import io.tributary.run.Resets;
import io.tributary.run.RunRequest;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.sessions.CutStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with runs, and what sessions and metrics show then. */
class OperatedSessionsTest {
  private static final String PAGES = "id,user_id,anonymous_id,timestamp,url";

  private static final String PROJECT =
      """
      project: shop
      window: {start_date: 2023-01-01, end_date: 2023-01-02}
      sources: {pages: {kind: pages}}
      """;
  private static final String IDENTITY =
      """
      identity:
        identifiers:
          - {name: user_id, priority: 1, from: {pages: user_id}}
          - {name: anonymous_id, priority: 2, from: {pages: anonymous_id}}
      """;

  @TempDir Path folder;
  private TestShop shop;
  private TestCloud cloud;
  private List<List<String>> first;
  private List<List<String>> second;

  /** Run 1 has two sessions of ada; in run 2 a late page joins them, and ben is new. */
  @BeforeEach
  void twoRuns() {
    shop =
        new TestShop(folder)
            .table(
                "raw.pages/1.csv",
                PAGES,
                "p1,ada,a1,2023-01-01 10:00:00,https://shop.example/?utm_medium=email",
                "p2,ada,a1,2023-01-01 10:40:00,https://shop.example/cart")
            .projectFile(PROJECT + IDENTITY);
    cloud = TestCloud.start(shop).succeed();
    first = SessionResults.of(cloud);
    assertThat(sessionsAndUsers()).containsExactly("2 of 1", "0 of 0");
    shop.table(
        "raw.pages/2.csv",
        PAGES,
        "p3,ada,a1,2023-01-01 10:20:00,https://shop.example/hats",
        "p4,ben,a2,2023-01-02 10:00:00,https://shop.example/");
    cloud.succeed();
    second = SessionResults.of(cloud);
    assertThat(sessionsAndUsers()).containsExactly("1 of 1", "1 of 1");
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void areThoseOfTheRunThatIsLive() {
    LiveRuns runs = cloud.cloud().pipeline().liveRuns();
    runs.rollback("tributary", Optional.empty());
    assertThat(SessionResults.of(cloud)).isEqualTo(first);
    runs.publish("tributary", Optional.of(2L));
    assertThat(SessionResults.of(cloud)).isEqualTo(second);

    runs.rollback("tributary", Optional.empty());
    cloud.succeed(OperatedShop.DRY_RUN);
    assertThat(SessionResults.of(cloud)).as("a rehearsal shows nothing").isEqualTo(first);
    runs.publish("tributary", Optional.empty());
    assertThat(SessionResults.of(cloud)).as("calculated anew from run 1").isEqualTo(second);
  }

  @Test
  void areTheSameAfterIdentitiesWereDropped() {
    var resets = cloud.cloud().pipeline().resets();
    resets.reset(cloud.context(2).plan().project(), List.of(), Resets.Values.DROPPED, rows -> true);
    assertThat(cloud.column("select 1 from tributary.identity_map")).isEmpty();

    cloud.succeed();

    assertThat(SessionResults.of(cloud)).isEqualTo(second);
  }

  @Test
  void areThereOnceWhenAStageIsDoneOnceMore() {
    shop.projectFile(PROJECT);
    shop.table("raw.pages/3.csv", PAGES, "p5,ben,a2,2023-01-02 10:10:00,https://shop.example/hats");
    cloud.succeed();
    List<List<String>> third = SessionResults.of(cloud);
    cloud.cloud().pipeline().liveRuns().rollback("tributary", Optional.empty());
    StageContext context = planned();

    calculate(context, stage -> stage);
    calculate(context, stage -> stage);
    cloud.sql("update tributary_store.live set run = " + context.run());

    assertThat(SessionResults.of(cloud)).isEqualTo(third);
  }

  @Test
  void areTheSameInSlices() {
    shop.table(
            "raw.pages/3.csv",
            PAGES,
            visits("s%1$d,user%1$d,", 10),
            visits("t%1$d,,visitor%1$d", 20))
        .projectFile(PROJECT);
    cloud.succeed();
    List<List<String>> whole = SessionResults.of(cloud);
    assertThat(cloud.column("select count(*) from tributary.web_sessions")).containsExactly("18");
    cloud.sql("delete from tributary_store.web_sessions");
    StageContext context = planned();

    calculate(context, stage -> stage.name().equals(CutStage.NAME) ? new CutStage(3) : stage);
    cloud.sql("update tributary_store.live set run = " + context.run());

    assertThat(SessionResults.of(cloud)).isEqualTo(whole);
  }

  /** Eight visits to one page at this hour, by users or by strangers. */
  private static String visits(String who, int hour) {
    return IntStream.range(0, 8)
        .mapToObj(n -> who.formatted(n) + ",2023-01-01 " + hour + ":00:00,https://shop.example/")
        .collect(Collectors.joining("\n"));
  }

  /** A run that is planned, and whose stages are done by hand. */
  private StageContext planned() {
    String execution = cloud.cloud().runMachine().replace(":stateMachine:", ":execution:") + ":x";
    cloud.step("plan", new PlanStep.Input(execution, RunRequest.everything()));
    return cloud.context(Long.parseLong(cloud.lastRun()));
  }

  private void calculate(StageContext context, UnaryOperator<Stage> inPlaceOf) {
    for (Stage planned : cloud.cloud().pipeline().stages()) {
      Stage stage = inPlaceOf.apply(planned);
      if (context.plan().includes(stage.name()) && !stage.name().equals(PublishStage.NAME)) {
        for (StagePart part : stage.parts()) {
          part.batch(context).ifPresent(batch -> context.warehouse().run(stage.name(), batch));
        }
        if (stage.name().equals(CutStage.NAME)) {
          cloud.step("parse-agents", new Run(context.plan().run()));
        }
        stage.finish(context);
      }
    }
  }

  private record Run(long run) {}

  private List<String> sessionsAndUsers() {
    return cloud.column(
        "select total_sessions || ' of ' || dau from tributary.daily_event_metrics order by event_date");
  }
}
