package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import io.tributary.local.states.definition.Jitter;
import io.tributary.local.states.definition.Retrier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

@Timeout(60)
class ErrorHandlingTest {
  private static final String CALL =
      "'Call': {'Type': 'Task', 'Resource': 'arn:aws:lambda:local:000000000000:function:f', ";

  @TempDir Path folder;
  private final HandDrivenTimeline time =
      new HandDrivenTimeline(Instant.parse("2024-01-01T00:00:00Z"));
  private StatesLab lab;

  @BeforeEach
  void open() {
    lab = new StatesLab(folder, builder -> builder.timeline(time));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private AtomicInteger failing(int times) {
    AtomicInteger calls = new AtomicInteger();
    lab.function(
        "f",
        input -> {
          if (calls.incrementAndGet() <= times) {
            throw new TransientException(ErrorCode.SERVICE_THROTTLED, "Try later.");
          }
          return "done";
        });
    return calls;
  }

  private Duration nextDelay() throws InterruptedException {
    Duration delay = time.awaitTimers(1);
    time.advance(delay);
    return delay;
  }

  @Test
  void retriesWithBackoffUpToTheLongestDelay() throws Exception {
    AtomicInteger calls = failing(4);
    String arn =
        lab.start(
            "Call",
            CALL
                + "'Retry': [{'ErrorEquals': ['io.tributary.error.TransientException'],"
                + " 'IntervalSeconds': 2, 'BackoffRate': 3, 'MaxDelaySeconds': 20,"
                + " 'MaxAttempts': 4}], 'End': true}",
            "{}");

    // 2, 2·3, 2·9 and then 54, cut to 20.
    assertThat(List.of(nextDelay(), nextDelay(), nextDelay(), nextDelay()))
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(6),
            Duration.ofSeconds(18),
            Duration.ofSeconds(20));
    assertThat(lab.await(arn).output()).isEqualTo("\"done\"");
    assertThat(calls).hasValue(5);
    assertThat(lab.states.transitions(arn)).isEqualTo(5);
    assertThat(
            lab.history(arn).stream()
                .filter(event -> event.typeAsString().equals("LambdaFunctionFailed")))
        .hasSize(4);
  }

  @Test
  void retriesThreeTimesAfterOneTwoAndFourSecondsByDefault() throws Exception {
    AtomicInteger calls = failing(9);
    String arn =
        lab.start("Call", CALL + "'Retry': [{'ErrorEquals': ['States.ALL']}], 'End': true}", "{}");

    assertThat(List.of(nextDelay(), nextDelay(), nextDelay()))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    DescribeExecutionResponse end = lab.await(arn);
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("io.tributary.error.TransientException");
    assertThat(end.cause())
        .startsWith(
            "{\"errorMessage\":\"Try later.\","
                + "\"errorType\":\"io.tributary.error.TransientException\",\"stackTrace\":[");
    assertThat(calls).hasValue(4);
  }

  @Test
  void aPaceDividesTheDelays() throws Exception {
    try (StatesLab fast =
        new StatesLab(
            folder.resolve("fast"), builder -> builder.timeline(time).pace(Pace.times(100)))) {
      String arn = fast.start("Wait", "'Wait': {'Type': 'Wait', 'Seconds': 30, 'End': true}", "{}");

      assertThat(nextDelay()).isEqualTo(Duration.ofMillis(300));
      assertThat(fast.await(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Test
  void jitterDrawsTheDelayFromZeroToTheInterval() {
    Retrier full =
        new Retrier(List.of("x"), Duration.ofSeconds(10), 3, 2, Optional.empty(), Jitter.FULL);

    assertThat(full.delay(0, 0)).isZero();
    assertThat(full.delay(0, 0.5)).isEqualTo(Duration.ofSeconds(5));
    assertThat(full.delay(2, 1)).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void everyRetrierCountsForItself() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    lab.function(
        "f",
        input -> {
          if (calls.incrementAndGet() % 2 == 1) {
            throw new TransientException(ErrorCode.SERVICE_THROTTLED, "later");
          }
          throw new PermanentException(ErrorCode.SERVICE_REFUSED, "no");
        });
    String arn =
        lab.start(
            "Call",
            CALL
                + "'Retry': [{'ErrorEquals': ['io.tributary.error.TransientException'],"
                + " 'MaxAttempts': 2, 'IntervalSeconds': 1},"
                + " {'ErrorEquals': ['io.tributary.error.PermanentException'],"
                + " 'MaxAttempts': 1, 'IntervalSeconds': 7}], 'End': true}",
            "{}");

    assertThat(List.of(nextDelay(), nextDelay(), nextDelay()))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7), Duration.ofSeconds(2));
    assertThat(lab.await(arn).error()).isEqualTo("io.tributary.error.PermanentException");
  }

  @Test
  void aRetryTellsItsCountInTheContext() throws Exception {
    lab.function(
        "f",
        input -> {
          if ((int) input.get("count") == 0) {
            throw new TransientException(ErrorCode.SERVICE_THROTTLED, "later");
          }
          return input;
        });
    String arn =
        lab.start(
            "Call",
            CALL
                + "'Arguments': {'count': '{% $states.context.State.RetryCount %}'},"
                + " 'Retry': [{'ErrorEquals': ['States.TaskFailed']}], 'End': true}",
            "{}");

    nextDelay();
    assertThat(lab.await(arn).output()).isEqualTo("{\"count\":1}");
  }

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
