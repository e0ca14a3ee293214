package io.tributary.local.states;

import static io.tributary.local.states.MapStates.CALL;
import static io.tributary.local.states.MapStates.DISTRIBUTED;
import static io.tributary.local.states.MapStates.failingFunction;
import static io.tributary.local.states.MapStates.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

@Timeout(60)
class ParallelAndMapTest {
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
    failingFunction(lab);
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
}
