package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
class ParallelAndMapTest {
  private static final String CALL =
      "'Call': {'Type': 'Task', 'Resource': 'arn:aws:lambda:local:000000000000:function:f',"
          + " 'End': true}";
  private static final String DISTRIBUTED =
      "'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, ";

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

  private static String map(String mode, String more, String processor) {
    return "'Map': {'Type': 'Map', 'End': true, "
        + more
        + "'ItemProcessor': {"
        + mode
        + processor
        + "}}";
  }

  /** Fails for the item 'bad', waits for nothing. */
  private void failingFunction() {
    lab.function(
        "f",
        input -> {
          if (input.get("v").equals("bad")) {
            throw new IllegalArgumentException("A bad item.");
          }
          return input.get("v");
        });
  }

  @Test
  void branchesRunOnTheSameInputAndGiveAnArrayInTheirOrder() {
    DescribeExecutionResponse end =
        lab.run(
            "Both",
            """
            'Both': {'Type': 'Parallel', 'Arguments': {'n': '{% $states.input.n + 1 %}'},
              'Output': {'both': '{% $states.result %}'}, 'End': true, 'Branches': [
              {'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Output': '{% $states.input.n %}',
                'End': true}}},
              {'StartAt': 'B', 'States': {'B': {'Type': 'Pass', 'Output': null, 'Next': 'C'},
                'C': {'Type': 'Succeed'}}}]}
            """,
            "{'n': 1}");

    assertThat(end.output()).isEqualTo("{\"both\":[2,null]}");
  }

  @Test
  void innerFlowsSeeOuterVariablesAndKeepTheirOwn() {
    DescribeExecutionResponse end =
        lab.run(
            "Set",
            """
            'Set': {'Type': 'Pass', 'Assign': {'outer': 1}, 'Next': 'Both'},
            'Both': {'Type': 'Parallel', 'Next': 'After', 'Branches': [
              {'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Assign': {'inner': 2},
                'Next': 'B'}, 'B': {'Type': 'Pass', 'Output': '{% $outer + $inner %}',
                'End': true}}}]},
            'After': {'Type': 'Pass', 'Output': '{% [$states.input, $exists($inner)] %}',
              'End': true}
            """,
            "{}");

    assertThat(end.output()).isEqualTo("[3,false]");
  }

  @Test
  void aBranchThatFailsEndsTheOthers() {
    String arn =
        lab.start(
            "Both",
            """
            'Both': {'Type': 'Parallel', 'Catch': [{'ErrorEquals': ['Bad'], 'Next': 'Caught'}],
              'End': true, 'Branches': [
              {'StartAt': 'A', 'States': {'A': {'Type': 'Fail', 'Error': 'Bad'}}},
              {'StartAt': 'B', 'States': {'B': {'Type': 'Wait', 'Seconds': 90000, 'Next': 'C'},
                'C': {'Type': 'Succeed'}}}]},
            'Caught': {'Type': 'Succeed'}
            """,
            "{}");
    DescribeExecutionResponse end = lab.await(arn);

    assertThat(end.output()).isEqualTo("{\"Error\":\"Bad\",\"Cause\":\"\"}");
    assertThat(lab.history(arn).stream().map(event -> event.typeAsString()))
        .contains("ParallelStateFailed")
        .doesNotContain("SucceedStateEnteredC");
  }

  @Test
  void aMapGivesEachItemToItsFlowAndKeepsTheOrder() {
    DescribeExecutionResponse end =
        lab.run(
            "Map",
            map(
                "",
                "'Items': '{% $states.input.items %}', 'ItemSelector': {'i':"
                    + " '{% $states.context.Map.Item.Index %}', 'v':"
                    + " '{% $states.context.Map.Item.Value %}', 'all': '{% $states.input.n %}'}, ",
                "'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'Output': '{% [$states.input.i,"
                    + " $states.input.v, $states.input.all, $states.context.Map.Item.Index] %}',"
                    + " 'End': true}}"),
            "{'n': 9, 'items': ['a', null]}");

    assertThat(end.output()).isEqualTo("[[0,\"a\",9,0],[1,null,9,1]]");
  }

  @Test
  void aMapOverNothingGivesNothing() {
    String processor = "'StartAt': 'P', 'States': {'P': {'Type': 'Succeed'}}";

    assertThat(lab.run("Map", map("", "", processor), "[]").output()).isEqualTo("[]");
    assertThat(lab.run("Map", map(DISTRIBUTED, "", processor), "[]").output()).isEqualTo("[]");
  }

  @Test
  void aMapOverNoArrayFails() {
    String processor = "'StartAt': 'P', 'States': {'P': {'Type': 'Succeed'}}";

    assertThat(lab.run("Map", map("", "", processor), "{}").error())
        .isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void manyItemsThatEndAtOnceDoNotGrowTheStack() {
    String processor = "'StartAt': 'P', 'States': {'P': {'Type': 'Succeed'}}";

    assertThat(
            lab.run(
                    "Map",
                    map(
                        "",
                        "'Items': '{% [1..3000] %}', 'Output': '{%" + " $sum($states.result) %}', ",
                        processor),
                    "{}")
                .output())
        .isEqualTo("4501500");
  }

  @Test
  void anInlineMapRunsAtMostFortyAtOnceAndFewerIfAsked() throws Exception {
    assertThat(mostAtOnce("f40", "", 40)).isEqualTo(40);
    assertThat(mostAtOnce("f3", "'MaxConcurrency': '{% 1 + 2 %}', ", 3)).isEqualTo(3);
  }

  private int mostAtOnce(String function, String limit, int together) throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch reached = new CountDownLatch(together);
    lab.function(
        function,
        input -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          reached.countDown();
          awaited(reached);
          now.decrementAndGet();
          return 1;
        });
    String arn =
        lab.start(
            "Map",
            map(
                "",
                "'Items': '{% [1..90].{\\\"n\\\": $} %}', 'Output': 1, " + limit,
                "'StartAt': 'Call', 'States': {" + CALL.replace(":f'", ":" + function + "'") + "}"),
            "{}");
    assertThat(lab.await(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return most.get();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anItemThatFailsFailsTheInlineMapWithItsError() {
    failingFunction();
    String arn =
        lab.start(
            "Map",
            map(
                    "",
                    "'Catch': [{'ErrorEquals': ['java.lang.IllegalArgumentException'], 'Next':"
                        + " 'Caught', 'Output': 'caught'}], 'MaxConcurrency': 1, ",
                    "'StartAt': 'Call', 'States': {" + CALL + "}")
                + ", 'Caught': {'Type': 'Succeed'}",
            "[{'v': 'good'}, {'v': 'bad'}, {'v': 'never'}]");

    assertThat(lab.await(arn).output()).isEqualTo("\"caught\"");
    assertThat(lab.history(arn).stream().map(event -> event.typeAsString()))
        .containsSubsequence(
            "MapStateStarted",
            "MapIterationStarted",
            "MapIterationSucceeded",
            "MapIterationStarted",
            "MapIterationFailed",
            "MapStateFailed",
            "MapStateExited")
        .filteredOn("MapIterationStarted"::equals)
        .hasSize(2);
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
    failingFunction();
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
