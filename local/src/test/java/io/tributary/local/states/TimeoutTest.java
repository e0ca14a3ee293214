package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class TimeoutTest extends CallOfAFunction {
  @ParameterizedTest
  @CsvSource({
    "States.Timeout, caught",
    "States.ALL, caught",
    "States.TaskFailed, States.Timeout",
    "States.HeartbeatTimeout, States.Timeout",
  })
  void aTaskThatTakesTooLongTimesOut(String caughtAs, String end) throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    lab.function("f", input -> awaited(hold));
    String arn =
        lab.start(
            "Call",
            CALL
                + "'TimeoutSeconds': '{% $states.input.limit %}', 'Catch': [{'ErrorEquals': ['"
                + caughtAs
                + "'], 'Next': 'End', 'Output': 'caught'}], 'End': true},"
                + " 'End': {'Type': 'Succeed'}",
            "{'limit': 10}");

    time.awaitTimers(1);
    time.advance(Duration.ofSeconds(9));
    assertThat(lab.sfn.describeExecution(r -> r.executionArn(arn)).status())
        .isEqualTo(ExecutionStatus.RUNNING);
    time.advance(Duration.ofSeconds(1));
    DescribeExecutionResponse ended = lab.await(arn);
    hold.countDown();

    assertThat(ended.output() == null ? ended.error() : ended.output()).contains(end);
    assertThat(lab.history(arn).stream().map(event -> event.typeAsString()))
        .contains("LambdaFunctionTimedOut");
  }

  private static Object awaited(CountDownLatch hold) {
    try {
      hold.await();
      return "late";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anExecutionThatTakesTooLongTimesOut() throws Exception {
    String machine =
        lab.machine(
            "limited",
            "{'QueryLanguage': 'JSONata', 'TimeoutSeconds': 60, 'StartAt': 'Wait', 'States':"
                + " {'Wait': {'Type': 'Wait', 'Seconds': 100, 'End': true}}}");
    String arn = lab.startMachine(machine, "{}");

    time.awaitTimers(2);
    time.advance(Duration.ofSeconds(60));

    assertThat(lab.await(arn).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(lab.await(arn).error()).isEqualTo("States.Timeout");
  }

  @Test
  void waitsUntilAMomentThatAnExpressionGives() throws Exception {
    String arn =
        lab.start(
            "Wait",
            "'Wait': {'Type': 'Wait', 'Timestamp': '{% $states.input.at %}', 'End': true}",
            "{'at': '2024-01-01T00:01:30+00:00'}");

    assertThat(nextDelay()).isEqualTo(Duration.ofSeconds(90));
    assertThat(lab.await(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aWaitThatIsNoNumberFails() {
    DescribeExecutionResponse end =
        lab.run(
            "Wait",
            "'Wait': {'Type': 'Wait', 'Seconds': '{% $states.input %}', 'End': true}",
            "'soon'");

    assertThat(end.error()).isEqualTo("States.QueryEvaluationError");
  }
}
