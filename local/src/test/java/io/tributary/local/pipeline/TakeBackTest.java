package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More dead runs than one transaction can tidy up after. */
class TakeBackTest {
  private static final int DEAD = 45;

  @TempDir static Path folder;
  private static TestShop shop;
  private static TestCloud cloud;
  private static String live;

  @BeforeAll
  static void start() {
    shop = new TestShop(folder).orders(0, 2).project("keep_runs: 100");
    cloud = TestCloud.start(shop).succeed();
    live = cloud.published();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void takesAllRowsBackAtOnceAndDropsEveryWorkingSchemaInTheEnd() {
    long first = Long.parseLong(cloud.lastRun()) + 1;
    List<Long> dead = LongStream.range(first, first + DEAD).boxed().toList();
    dead.forEach(TakeBackTest::leaveDeadRun);

    // Publishing lets rows of dead runs go, too, when it retires old ones.
    shop.project("keep_runs: 100", "publish: false");
    cloud.succeed();
    assertThat(cloud.runsWithRows()).doesNotContainAnyElementsOf(texts(dead));
    assertThat(cloud.openStages()).isEmpty();
    assertThat(cloud.workSchemas()).isNotEmpty().hasSizeLessThan(DEAD);

    shop.project("keep_runs: 100");
    cloud.succeed();
    assertThat(cloud.workSchemas()).isEmpty();
    assertThat(cloud.published()).isEqualTo(live);
    assertThat(cloud.value("select count(*) from tributary_store.runs where ended_at is null"))
        .isEqualTo("0");
  }

  /** What a killed run leaves: its number, working tables, rows, and a stage left open. */
  private static void leaveDeadRun(long run) {
    cloud.sql("create schema tributary_run_" + run);
    cloud.sql("create table tributary_run_" + run + ".stg_sessions (session_id varchar)");
    cloud.sql(
        "insert into tributary_store.runs (run, execution, window_to, as_of, status, started_at)"
            + " values (%d, 'dead', now(), now(), 'running', now())".formatted(run));
    cloud.sql(
        "insert into tributary_store.conversions values (%d, 'dead', 'dead', now(), 1)"
            .formatted(run));
    cloud.sql(
        "insert into tributary.run_ledger (run_id, stage, started_at, status)"
            + " values (%d, 'extract', now(), 'running')".formatted(run));
  }

  private static List<String> texts(List<Long> runs) {
    return runs.stream().map(String::valueOf).toList();
  }
}
