package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Pipeline;
import io.tributary.Settings;
import io.tributary.attribution.AttributionEndpoint;
import io.tributary.attribution.AttributionEndpoints;
import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.error.UserException;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.run.PlanStep;
import io.tributary.run.RunRequest;
import io.tributary.run.StageStep;
import io.tributary.step.Figure;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import io.tributary.warehouse.WarehouseTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** What a step owes to its being a function of a deployed stack. */
class DeployedFunctionsTest {
  @TempDir static Path folder;
  private static TestCloud cloud;

  @BeforeAll
  static void start() {
    cloud =
        TestCloud.start(
            new TestShop(folder)
                .orders(0, 3)
                .project("attribution:", "  models: [ihc, linear]", "  ihc: {max_concurrency: 4}"));
    cloud.succeed();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void aFunctionOfOneStageRefusesEveryOther() {
    assertThatThrownBy(
            () -> cloud.cloud().functions().invoke("extract", "{\"run\":1,\"stage\":\"report\"}"))
        .isInstanceOf(FunctionFailure.class)
        .hasMessage(
            "The function 'extract' does not run the stage 'report', only extract: mend the state"
                + " machine's input.");
  }

  @Test
  void planRefusesWorkersThatAreNotAsManyAsTheProjectSays() {
    assertThatThrownBy(() -> plan(OptionalInt.of(3)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("max_concurrency is 4, and the stack runs 3 workers at once")
        .hasMessageContaining("MaxConcurrency=4");
    assertThat(plan(OptionalInt.of(4)).run()).isGreaterThan(1);
  }

  @Test
  void aStageCountsItsRows() {
    var plan = plan(OptionalInt.empty());
    var invocation = invocation();

    StageStep.Progress progress = extract(plan.run(), 0, invocation);
    while (!progress.done()) {
      assertThat(invocation.figures().counts()).isEmpty();
      awaitEnd(progress.statement().orElseThrow());
      progress = extract(plan.run(), progress.part() + 1, invocation);
    }

    assertThat(invocation.figures().counts())
        .containsEntry(Figure.ROWS_IN, progress.result().orElseThrow().rowsIn())
        .containsEntry(Figure.ROWS_REJECTED, 0L);
    assertThat(invocation.figures().counts().get(Figure.ROWS_IN)).isPositive();
  }

  private void awaitEnd(String statement) {
    var client = cloud.cloud().clients().redshiftData();
    Await.until(
        () ->
            client.describeStatement(r -> r.id(statement).waitTimeSeconds(20)).status()
                == StatusString.FINISHED);
  }

  private PlanStep.Output plan(OptionalInt workers) {
    return (PlanStep.Output)
        run("plan", workers, new PlanStep.Input("deployed", RunRequest.everything()), invocation());
  }

  private StageStep.Progress extract(long run, int part, Invocation invocation) {
    var input = new StageStep.Input(run, "extract", part, 0);
    return (StageStep.Progress) run("extract", OptionalInt.empty(), input, invocation);
  }

  private Object run(String name, OptionalInt workers, Object input, Invocation invocation) {
    Step<?, ?> step =
        new Pipeline(cloud.cloud().clients(), settings(workers))
            .steps().stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow()
                .environment()
                .get();
    return typed(step, input, invocation);
  }

  private static <I, O> O typed(Step<I, O> step, Object input, Invocation invocation) {
    return step.run(step.inputType().cast(input), invocation);
  }

  private Invocation invocation() {
    return new Invocation("call", cloud.clock().instant().plusSeconds(900));
  }

  private Settings settings(OptionalInt workers) {
    var service = new AttributionEndpoint(URI.create("http://127.0.0.1:1"), "none", true);
    return new Settings(
        LocalCloud.BUCKET,
        new WarehouseTarget("dev", Optional.of("local"), Optional.empty(), Optional.empty()),
        "http://127.0.0.1:1/requests",
        new AttributionEndpoints(service),
        Patience.usual(),
        Pause.real(),
        cloud.clock(),
        workers);
  }
}
