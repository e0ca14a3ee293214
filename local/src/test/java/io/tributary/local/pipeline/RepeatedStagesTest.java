package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.attribution.FailedRequestsStage;
import io.tributary.run.PlanStep;
import io.tributary.run.PublishStage;
import io.tributary.run.RunRequest;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose stages are done by hand, from the first on, and then once more. */
class RepeatedStagesTest {
  private static final Set<String> LEFT_OUT = Set.of(FailedRequestsStage.NAME, PublishStage.NAME);

  @TempDir Path folder;

  @Test
  void leavesNoRowTwice() {
    var shop =
        new TestShop(folder)
            .orders(0, 5)
            .table(
                "raw.conversions/bad.csv",
                "conversion_id,user_id,timestamp,revenue",
                "bad,u000,no time,1")
            .project();
    try (var cloud = TestCloud.start(shop).succeed()) {
      String live = cloud.published();
      String execution = cloud.cloud().runMachine().replace(":stateMachine:", ":execution:") + ":x";
      cloud.step("plan", new PlanStep.Input(execution, RunRequest.everything()));
      StageContext context = cloud.context(Long.parseLong(cloud.lastRun()));

      calculate(cloud, context);
      calculate(cloud, context);
      cloud.sql("update tributary_store.live set run = " + context.run());

      assertThat(cloud.published()).isEqualTo(live);
      assertThat(cloud.column("select count(*) from tributary.rejected_rows group by run_id"))
          .containsExactly("1", "1");
    }
  }

  @Test
  void leavesNoSessionNoOrderAndNoFeatureTwice() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.pages.csv",
                "id,user_id,timestamp,url,user_agent",
                "p1,ada,2023-01-01 10:00:00,https://shop.example/,Browser")
            .table(
                "raw.order_completed.csv",
                "id,user_id,timestamp,total",
                "o1,ada,2023-01-01 10:10:00,5",
                "o2,ada,2023-01-01 10:10:00,-5")
            .projectFile(
                """
                project: shop
                sources: {pages: {kind: pages}, orders: {kind: order_completed}}
                attribution: {models: [linear]}
                features: {as_of: {every: 1d, from: 2023-01-02}}
                window: {end_date: 2023-01-02}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      String execution = cloud.cloud().runMachine().replace(":stateMachine:", ":execution:") + ":x";
      cloud.step("plan", new PlanStep.Input(execution, RunRequest.everything()));
      StageContext context = cloud.context(Long.parseLong(cloud.lastRun()));

      calculate(cloud, context);
      calculate(cloud, context);
      cloud.sql("update tributary_store.live set run = " + context.run());

      assertThat(cloud.column("select count(*) from tributary.web_sessions")).containsExactly("1");
      assertThat(cloud.column("select sum(dau) from tributary.daily_event_metrics"))
          .containsExactly("1");
      assertThat(cloud.column("select count(*) from tributary.conversions")).containsExactly("1");
      assertThat(cloud.rows("select timestamp, total_amt_spent from tributary.customer_features"))
          .containsExactlyInAnyOrder(
              List.of("2023-01-02 00:00:00", "0.0"), List.of("2023-01-03 00:00:00", "0.0"));
      assertThat(
              cloud.column(
                  "select count(*) - count(distinct feature_name)"
                      + " from tributary.feature_definitions"))
          .containsExactly("0");
      assertThat(cloud.column("select count(*) from tributary.rejected_rows group by run_id"))
          .containsExactly("1", "1");
    }
  }

  private static void calculate(TestCloud cloud, StageContext context) {
    Warehouse warehouse = cloud.cloud().pipeline().warehouse();
    for (Stage stage : cloud.cloud().pipeline().stages()) {
      if (context.plan().includes(stage.name()) && !LEFT_OUT.contains(stage.name())) {
        for (StagePart part : stage.parts()) {
          part.batch(context).ifPresent(batch -> warehouse.run(stage.name(), batch));
        }
        stage.finish(context);
      }
    }
  }
}
