package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

@Timeout(60)
class BasicStatesTest {
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
  void callsAFunctionWithAPayloadAndHandsItsAnswerOn() {
    lab.function("double", input -> Map.of("n", (int) input.get("n") * 2));

    DescribeExecutionResponse end =
        lab.run(
            "Prepare",
            """
            'Prepare': {'Type': 'Pass', 'Output': {'n': '{% $states.input.a + 1 %}'}, 'Next': 'Call'},
            'Call': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
              'Arguments': {'FunctionName': 'double', 'Payload': '{% $states.input %}'},
              'Output': '{% $states.result.Payload %}', 'End': true}
            """,
            "{'a': 20}");

    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.output()).isEqualTo("{\"n\":42}");
  }

  @Test
  void aFunctionsOwnArnTakesTheInputAndGivesTheAnswerItself() {
    lab.function("echo", input -> Map.of("got", input));

    DescribeExecutionResponse end =
        lab.run(
            "Call",
            "'Call': {'Type': 'Task', 'Resource':"
                + " 'arn:aws:lambda:local:000000000000:function:echo', 'End': true}",
            "{'a': [1, null]}");

    assertThat(end.output()).isEqualTo("{\"got\":{\"a\":[1,null]}}");
  }

  @Test
  void aTasksResultWithoutOutputIsWhatLambdaInvokeTells() {
    lab.function("one", input -> 1);

    DescribeExecutionResponse end =
        lab.run(
            "Call",
            "'Call': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments':"
                + " {'FunctionName': 'one'}, 'End': true}",
            "{}");

    assertThat(end.output())
        .isEqualTo(
            "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":1,"
                + "\"SdkHttpMetadata\":{\"HttpStatusCode\":200},\"StatusCode\":200}");
  }

  @Test
  void choosesTheFirstRuleThatHoldsWithItsOutputAndVariables() {
    String choice =
        """
        'Choose': {'Type': 'Choice', 'Default': 'Other', 'Output': 'default',
          'Assign': {'by': 'default'}, 'Choices': [
          {'Condition': '{% $states.input.n > 10 %}', 'Next': 'Big', 'Output': 'big',
           'Assign': {'by': 'first'}},
          {'Condition': '{% $states.input.n > 5 %}', 'Next': 'Big'}]},
        'Big': {'Type': 'Pass', 'Output': '{% [$states.input, $exists($by) ? $by : "none"] %}',
          'End': true},
        'Other': {'Type': 'Pass', 'Output': '{% [$states.input, $by] %}', 'End': true}
        """
            .replace("\"none\"", "\\\"none\\\"");

    assertThat(lab.run("Choose", choice, "{'n': 11}").output()).isEqualTo("[\"big\",\"first\"]");
    assertThat(lab.run("Choose", choice, "{'n': 6}").output()).isEqualTo("[{\"n\":6},\"none\"]");
    assertThat(lab.run("Choose", choice, "{'n': 1}").output())
        .isEqualTo("[\"default\",\"default\"]");
  }

  @Test
  void failsWhenNoRuleHoldsAndThereIsNoDefault() {
    DescribeExecutionResponse end =
        lab.run(
            "Choose",
            "'Choose': {'Type': 'Choice', 'Choices': [{'Condition': false, 'Next': 'End'}]},"
                + " 'End': {'Type': 'Succeed'}",
            "{}");

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("States.NoChoiceMatched");
  }

  @Test
  void failsWhenAConditionIsNoBoolean() {
    DescribeExecutionResponse end =
        lab.run(
            "Choose",
            "'Choose': {'Type': 'Choice', 'Choices': [{'Condition': '{% 1 %}', 'Next': 'End'}]},"
                + " 'End': {'Type': 'Succeed'}",
            "{}");

    assertThat(end.error()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void failsWithTheErrorAndCauseOfAFailState() {
    DescribeExecutionResponse end =
        lab.run(
            "Fail",
            "'Fail': {'Type': 'Fail', 'Error': 'Wrong', 'Cause': '{% $states.input.why %}'}",
            "{'why': 'because'}");

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("Wrong");
    assertThat(end.cause()).isEqualTo("because");
  }

  @Test
  void succeedsWithAnOutputOfItsOwn() {
    DescribeExecutionResponse end =
        lab.run(
            "End", "'End': {'Type': 'Succeed', 'Output': '{% $states.input.a %}'}", "{'a': null}");

    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.output()).isEqualTo("null");
  }

  @Test
  void anUndefinedResultFailsTheStateAndTheHistorySaysWhere() {
    String arn =
        lab.start(
            "Read",
            "'Read': {'Type': 'Pass', 'Output': {'a': '{% $states.input.missing %}'}, 'End': true}",
            "{}");
    DescribeExecutionResponse end = lab.await(arn);

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(end.cause()).contains("$states.input.missing").contains("undefined");
    assertThat(lab.history(arn))
        .filteredOn(event -> event.evaluationFailedEventDetails() != null)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.evaluationFailedEventDetails().state()).isEqualTo("Read");
              assertThat(event.evaluationFailedEventDetails().location()).isEqualTo("Output");
            });
  }

  @Test
  void variablesAreAssignedTogetherAndSeenFromTheNextStateOn() {
    DescribeExecutionResponse end =
        lab.run(
            "First",
            """
            'First': {'Type': 'Pass', 'Assign': {'x': 1, 'y': 2}, 'Next': 'Swap'},
            'Swap': {'Type': 'Pass', 'Assign': {'x': '{% $y %}', 'y': '{% $x %}'},
              'Output': '{% $x %}', 'Next': 'Last'},
            'Last': {'Type': 'Pass', 'Output': '{% [$states.input, $x, $y] %}', 'End': true}
            """,
            "{}");

    assertThat(end.output()).isEqualTo("[1,2,1]");
  }

  @Test
  void theContextTellsTheExecutionTheStateAndTheMachine() {
    String machine =
        lab.machine(
            "context",
            "{'QueryLanguage': 'JSONata', 'StartAt': 'Tell', 'States': {'Tell': {'Type': 'Pass',"
                + " 'Output': '{% $states.context %}', 'End': true}}}");
    String arn =
        lab.sfn
            .startExecution(r -> r.stateMachineArn(machine).name("run-1").input("{\"a\":1}"))
            .executionArn();

    assertThat(lab.await(arn).output())
        .contains("\"Id\":\"arn:aws:states:local:000000000000:execution:context:run-1\"")
        .contains("\"Input\":{\"a\":1}")
        .contains("\"Name\":\"run-1\"")
        .contains("\"State\":{")
        .contains("\"Name\":\"Tell\"")
        .contains("\"RetryCount\":0")
        .contains("arn:aws:states:local:000000000000:stateMachine:context");
  }

  @Test
  void aLoopOfManyStatesDoesNotGrowTheStack() {
    DescribeExecutionResponse end =
        lab.run(
            "Count",
            """
            'Count': {'Type': 'Pass', 'Output': {'n': '{% $states.input.n + 1 %}'}, 'Next': 'More'},
            'More': {'Type': 'Choice', 'Default': 'End',
              'Choices': [{'Condition': '{% $states.input.n < 3000 %}', 'Next': 'Count'}]},
            'End': {'Type': 'Succeed'}
            """,
            "{'n': 0}");

    assertThat(end.output()).isEqualTo("{\"n\":3000}");
    assertThat(lab.states.transitions(end.executionArn())).isEqualTo(6_001);
    assertThat(lab.states.totalTransitions()).isEqualTo(6_001);
  }

  @Test
  void anExecutionEndsAtTwentyFiveThousandEvents() {
    String arn =
        lab.start(
            "Count",
            "'Count': {'Type': 'Pass', 'Next': 'More'}, 'More': {'Type': 'Pass', 'Next': 'Count'}",
            "{}");
    DescribeExecutionResponse end = lab.await(arn);

    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("States.Runtime");
    assertThat(end.cause()).contains("maximum number of history events");
    assertThat(lab.history(arn)).hasSize(25_000);
  }

  @Test
  void payloadsBetweenStatesAreAtMost256Kilobytes() {
    String grow = "'Grow': {'Type': 'Pass', 'Output': '{% $states.input & $more %}', 'End': true}";
    String start = "'Start': {'Type': 'Pass', 'Assign': {'more': '%s'}, 'Next': 'Grow'}, ";
    // With its two quotes this text has 262,144 bytes.
    String largest = "'" + "a".repeat(262_142) + "'";

    assertThat(lab.run("Start", start.formatted("") + grow, largest).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(lab.run("Start", start.formatted("b") + grow, largest).error())
        .isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void historyTellsEachStateEnteredAndExitedInOrder() {
    String arn =
        lab.start(
            "A",
            "'A': {'Type': 'Pass', 'Output': 1, 'Assign': {'v': 2}, 'Next': 'B'},"
                + " 'B': {'Type': 'Succeed'}",
            "{'in': true}");
    lab.await(arn);

    assertThat(lab.history(arn).stream().map(event -> event.typeAsString()).toList())
        .isEqualTo(
            List.of(
                "ExecutionStarted",
                "PassStateEntered",
                "PassStateExited",
                "SucceedStateEntered",
                "SucceedStateExited",
                "ExecutionSucceeded"));
    assertThat(lab.history(arn).get(1).stateEnteredEventDetails().input())
        .isEqualTo("{\"in\": true}");
    assertThat(lab.history(arn).get(2).stateExitedEventDetails().output()).isEqualTo("1");
    assertThat(lab.history(arn).get(2).stateExitedEventDetails().assignedVariables())
        .containsEntry("v", "2");
    assertThat(lab.history(arn).stream().map(event -> event.id()).toList())
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(lab.history(arn).stream().map(event -> event.previousEventId()).toList())
        .containsExactly(0L, 0L, 2L, 3L, 4L, 5L);
  }
}
