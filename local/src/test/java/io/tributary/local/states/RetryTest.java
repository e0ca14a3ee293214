package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import io.tributary.local.states.definition.Jitter;
import io.tributary.local.states.definition.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class RetryTest extends CallOfAFunction {
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
}
