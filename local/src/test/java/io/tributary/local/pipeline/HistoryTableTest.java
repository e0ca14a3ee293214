package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.Bootstrap;
import io.tributary.run.Migrations;
import io.tributary.run.PublishStage;
import io.tributary.run.PublishedTable;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.TakeBack;
import io.tributary.run.WarehouseSchema;
import io.tributary.warehouse.SqlTemplates;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that keeps what is valid from one run to another: prices, of which three runs tell. */
class HistoryTableTest {
  private static final WarehouseSchema SCHEMA =
      new WarehouseSchema(
          List.of(
              new PublishedTable("prices", List.of("name", "price"), PublishedTable.Rows.HISTORY)),
          Migrations.FILES);

  @TempDir static Path folder;
  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    cloud = TestCloud.start(new TestShop(folder).orders(0, 1).project("keep_runs: 2"));
    cloud.succeed().succeed().succeed();
    cloud.sql(
        "create table tributary_store.prices (from_run bigint, to_run bigint, name varchar,"
            + " price bigint)");
    new Bootstrap(cloud.cloud().pipeline().warehouse(), new SqlTemplates(), SCHEMA)
        .ensure("tributary");
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void fill() {
    cloud.sql("update tributary_store.runs set status = 'published', ended_at = now()");
    live(3);
    cloud.sql("delete from tributary_store.prices");
    cloud.sql(
        "insert into tributary_store.prices values (1, null, 'bread', 3), (1, 2, 'milk', 1),"
            + " (2, 3, 'milk', 2), (3, null, 'milk', 4), (3, null, 'salt', 1)");
  }

  @Test
  void showsWhatIsValidAtTheLiveRun() {
    assertThat(shown()).containsExactly("bread 3", "milk 4", "salt 1");

    live(2);
    assertThat(shown()).containsExactly("bread 3", "milk 2");

    live(1);
    assertThat(shown()).containsExactly("bread 3", "milk 1");

    live(0);
    assertThat(shown()).isEmpty();
  }

  @Test
  void takesBackWhatAKilledRunWroteAndWhatItSuperseded() {
    live(2);
    cloud.sql("update tributary_store.runs set status = 'running', ended_at = null where run = 3");

    run(new TakeBack(SCHEMA).parts().get(0), 4);

    assertThat(kept()).containsExactly("bread 3 1-", "milk 1 1-2", "milk 2 2-");
    assertThat(shown()).containsExactly("bread 3", "milk 2");
  }

  @Test
  void keepsWhatTheLiveRunShowsWhateverBecameOfTheRun() {
    cloud.sql("update tributary_store.runs set status = 'failed', ended_at = null where run = 3");

    run(new TakeBack(SCHEMA).parts().get(0), 4);

    assertThat(shown()).containsExactly("bread 3", "milk 4", "salt 1");
  }

  @Test
  void dropsWhatNoKeptRunShows() {
    run(new PublishStage(SCHEMA).parts().get(1), 3);

    assertThat(kept()).containsExactly("bread 3 1-", "milk 2 2-3", "milk 4 3-", "salt 1 3-");
  }

  @Test
  void keepsWhatTheLiveRunShowsWhenItIsOlderThanTheKeptOnes() {
    live(1);

    run(new PublishStage(SCHEMA).parts().get(1), 3);

    assertThat(shown()).containsExactly("bread 3", "milk 1");
  }

  /** Runs a transaction as the run 3, or as the one after it. */
  private static void run(StagePart part, long run) {
    var context = cloud.context(3);
    var plan = context.plan();
    var numbered =
        new RunPlan(
            run,
            plan.execution(),
            plan.plannedAt(),
            plan.from(),
            plan.to(),
            plan.asOf(),
            plan.project(),
            plan.sources(),
            plan.stages(),
            plan.paying());
    var as = new StageContext(numbered, context.warehouse(), context.sql(), context.objects());
    context.warehouse().run("test", part.batch(as).orElseThrow());
  }

  private static void live(long run) {
    cloud.sql("update tributary_store.live set run = " + run);
  }

  private static List<String> shown() {
    return cloud.column("select name || ' ' || price from tributary.prices order by 1");
  }

  /** Every row with the runs that it is valid from and to. */
  private static List<String> kept() {
    return cloud.column(
        "select name || ' ' || price || ' ' || from_run || '-' || coalesce(to_run::varchar, '')"
            + " from tributary_store.prices order by 1");
  }
}
