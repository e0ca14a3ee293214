package io.tributary.local.states;

import static io.tributary.local.states.MapStates.CALL;
import static io.tributary.local.states.MapStates.DISTRIBUTED;
import static io.tributary.local.states.MapStates.failingFunction;
import static io.tributary.local.states.MapStates.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;

@Timeout(60)
class DistributedMapTest {
  @TempDir Path folder;
  private StatesLab lab;

  @BeforeEach
  void open() {
    lab = new StatesLab(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void aDistributedMapRunsAnExecutionForEachItem() {
    String arn =
        lab.start(
            "Map",
            map(
                DISTRIBUTED,
                "'Label': 'buckets', ",
                "'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'Output': '{% [$states.input,"
                    + " $states.context.StateMachine.Name, $exists($states.context.Map)] %}',"
                    + " 'End': true}}"),
            "[1, 2]");

    DescribeExecutionResponse end = lab.await(arn);
    String machine = end.stateMachineArn().replaceAll(".*:", "");
    assertThat(end.output())
        .isEqualTo("[[1,\"%1$s/buckets\",false],[2,\"%1$s/buckets\",false]]".formatted(machine));
    assertThat(lab.history(arn).stream().map(event -> event.typeAsString()))
        .containsExactly(
            "ExecutionStarted",
            "MapStateEntered",
            "MapStateStarted",
            "MapRunStarted",
            "MapRunSucceeded",
            "MapStateSucceeded",
            "MapStateExited",
            "ExecutionSucceeded");
    String mapRun = lab.sfn.listMapRuns(r -> r.executionArn(arn)).mapRuns().get(0).mapRunArn();
    assertThat(lab.history(arn).get(3).mapRunStartedEventDetails().mapRunArn()).isEqualTo(mapRun);
    DescribeMapRunResponse run = lab.sfn.describeMapRun(r -> r.mapRunArn(mapRun));
    assertThat(run.status()).isEqualTo(MapRunStatus.SUCCEEDED);
    assertThat(run.itemCounts().succeeded()).isEqualTo(2);
    assertThat(run.itemCounts().total()).isEqualTo(2);
    assertThat(run.itemCounts().pending()).isZero();
    var children = lab.sfn.listExecutions(r -> r.mapRunArn(mapRun)).executions();
    assertThat(children).hasSize(2).allMatch(child -> child.mapRunArn().equals(mapRun));
    assertThat(lab.history(children.get(0).executionArn()).stream().map(e -> e.typeAsString()))
        .containsExactly(
            "ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded");
  }

  @Test
  void theItemsOfADistributedMapDoNotSeeOuterVariables() {
    DescribeExecutionResponse end =
        lab.run(
            "Set",
            "'Set': {'Type': 'Pass', 'Assign': {'x': 1}, 'Output': [1], 'Next': 'Map'}, "
                + map(
                    DISTRIBUTED,
                    "",
                    "'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'Output':"
                        + " '{% $exists($x) %}', 'End': true}}"),
            "{}");

    assertThat(end.output()).isEqualTo("[false]");
  }

  @Test
  void aDistributedMapFailsWhenMoreItemsFailThanTolerated() {
    failingFunction(lab);
    String processor = "'StartAt': 'Call', 'States': {" + CALL + "}";
    String items = "[{'v': 'bad'}, {'v': 'good'}, {'v': 'bad'}, {'v': 'good'}]";

    String none = lab.start("Map", map(DISTRIBUTED, "", processor), items);
    assertThat(lab.await(none).error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    assertThat(lab.history(none).stream().map(event -> event.typeAsString()))
        .containsSubsequence("MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed");

    assertThat(
            lab.run("Map", map(DISTRIBUTED, "'ToleratedFailureCount': 1, ", processor), items)
                .error())
        .isEqualTo("States.ExceedToleratedFailureThreshold");
    assertThat(
            lab.run("Map", map(DISTRIBUTED, "'ToleratedFailurePercentage': 49, ", processor), items)
                .error())
        .isEqualTo("States.ExceedToleratedFailureThreshold");
    assertThat(
            lab.run("Map", map(DISTRIBUTED, "'ToleratedFailureCount': 2, ", processor), items)
                .status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(
            lab.run("Map", map(DISTRIBUTED, "'ToleratedFailurePercentage': 50, ", processor), items)
                .output())
        .contains("java.lang.IllegalArgumentException")
        .contains("\"good\"");
  }

  @Test
  void stoppingAnExecutionStopsTheItemsOfItsMapRun() throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    lab.function(
        "f",
        input -> {
          entered.countDown();
          return Map.of();
        });
    String arn =
        lab.start(
            "Map",
            map(
                DISTRIBUTED,
                "'MaxConcurrency': 2, ",
                "'StartAt': 'Call', 'States': {"
                    + CALL.replace("'End': true", "'Next': 'Wait'")
                    + ", 'Wait': {'Type': 'Wait', 'Seconds': 90000, 'End': true}}"),
            "[{'v': 1}, {'v': 2}, {'v': 3}]");
    assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
    String mapRun = lab.sfn.listMapRuns(r -> r.executionArn(arn)).mapRuns().get(0).mapRunArn();

    lab.sfn.stopExecution(r -> r.executionArn(arn));

    var children = lab.sfn.listExecutions(r -> r.mapRunArn(mapRun)).executions();
    assertThat(children).hasSize(2);
    children.forEach(
        child ->
            assertThat(lab.await(child.executionArn()).status())
                .isEqualTo(ExecutionStatus.ABORTED));
    DescribeMapRunResponse run = lab.sfn.describeMapRun(r -> r.mapRunArn(mapRun));
    assertThat(run.status()).isEqualTo(MapRunStatus.ABORTED);
    assertThat(run.itemCounts().pending()).isEqualTo(1);
  }
}
