package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

class CatchTest extends CallOfAFunction {
  @Test
  void catchesWithTheErrorAsOutput() {
    failing(1);

    DescribeExecutionResponse end =
        lab.run(
            "Call",
            CALL
                + "'Catch': [{'ErrorEquals': ['Other'], 'Next': 'Never'}, {'ErrorEquals':"
                + " ['States.ALL'], 'Next': 'Caught', 'Assign': {'e':"
                + " '{% $states.errorOutput.Error %}'}}], 'Next': 'Never'},"
                + " 'Never': {'Type': 'Fail'},"
                + " 'Caught': {'Type': 'Pass', 'Output': '{% [$e, $states.input.Error,"
                + " $parse($states.input.Cause).errorMessage] %}', 'End': true}",
            "{}");

    assertThat(end.output())
        .isEqualTo(
            "[\"io.tributary.error.TransientException\","
                + "\"io.tributary.error.TransientException\",\"Try later.\"]");
  }

  @Test
  void catchesWithAnOutputOfItsOwn() {
    failing(1);

    DescribeExecutionResponse end =
        lab.run(
            "Call",
            CALL
                + "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'End', 'Output':"
                + " {'was': '{% $states.input.a %}'}}], 'End': true}, 'End': {'Type': 'Succeed'}",
            "{'a': 5}");

    assertThat(end.output()).isEqualTo("{\"was\":5}");
  }

  @Test
  void catchesAnExpressionThatFails() {
    lab.function("f", input -> 1);

    DescribeExecutionResponse end =
        lab.run(
            "Call",
            CALL
                + "'Output': '{% $states.result.missing %}', 'Catch': [{'ErrorEquals':"
                + " ['States.QueryEvaluationError'], 'Next': 'End', 'Output': 'caught'}],"
                + " 'End': true}, 'End': {'Type': 'Succeed'}",
            "{}");

    assertThat(end.output()).isEqualTo("\"caught\"");
  }

  @Test
  void aResultOverTheLimitIsCaughtByItsNameOnly() {
    lab.function("f", input -> "a".repeat(262_143));
    String call = CALL + "'Catch': [%s], 'Next': 'End'}, 'End': {'Type': 'Succeed'}";
    String rule = "{'ErrorEquals': ['%s'], 'Next': 'End', 'Output': 'caught'}";

    assertThat(lab.run("Call", call.formatted(rule.formatted("States.ALL")), "{}").error())
        .isEqualTo("States.DataLimitExceeded");
    assertThat(lab.run("Call", call.formatted(rule.formatted("States.TaskFailed")), "{}").error())
        .isEqualTo("States.DataLimitExceeded");
    assertThat(
            lab.run("Call", call.formatted(rule.formatted("States.DataLimitExceeded")), "{}")
                .output())
        .isEqualTo("\"caught\"");
  }
}
