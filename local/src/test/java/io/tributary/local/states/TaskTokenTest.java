package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

@Timeout(60)
class TaskTokenTest {
  private static final String SEND =
      "'Send': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
          + " 'Arguments': {'QueueUrl': 'http://queue', 'MessageBody':"
          + " '{% $states.context.Task.Token %}'}, ";

  @TempDir Path folder;
  private final HandDrivenTimeline time =
      new HandDrivenTimeline(Instant.parse("2024-01-01T00:00:00Z"));
  private final JsonServiceFake queue = new JsonServiceFake();
  private StatesLab lab;

  @BeforeEach
  void open() {
    lab = new StatesLab(folder, builder -> builder.timeline(time).service("sqs", queue.endpoint()));
  }

  @AfterEach
  void close() {
    lab.close();
    queue.close();
  }

  @Test
  void aTaskWaitsForItsTokenAndTakesTheOutputThatCameWithIt() throws Exception {
    String arn = lab.start("Send", SEND + "'Output': '{% $states.result.n %}', 'End': true}", "{}");
    String token = queue.takeMessage();

    lab.sfn.sendTaskSuccess(r -> r.taskToken(token).output("{\"n\": 7}"));

    assertThat(lab.await(arn).output()).isEqualTo("7");
    assertThat(lab.history(arn).stream().map(event -> event.typeAsString()))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSubmitted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
    assertThat(lab.history(arn).get(2).taskScheduledEventDetails().resource())
        .isEqualTo("sendMessage.waitForTaskToken");
    assertThat(queue.requests().get(0).target()).isEqualTo("AmazonSQS.SendMessage");
  }

  @Test
  void aTokenFailsItsTaskWithErrorAndCause() throws Exception {
    String arn =
        lab.start(
            "Send",
            SEND
                + "'Catch': [{'ErrorEquals': ['io.tributary.error.PermanentException'], 'Next':"
                + " 'End'}], 'End': true}, 'End': {'Type': 'Succeed'}",
            "{}");
    String token = queue.takeMessage();

    lab.sfn.sendTaskFailure(
        r -> r.taskToken(token).error("io.tributary.error.PermanentException").cause("no"));

    assertThat(lab.await(arn).output())
        .isEqualTo("{\"Error\":\"io.tributary.error.PermanentException\",\"Cause\":\"no\"}");
  }

  @Test
  void aBodyThatIsAnObjectIsSentAsItsText() throws Exception {
    lab.start(
        "Send",
        "'Send': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Arguments':"
            + " {'QueueUrl': 'http://queue', 'MessageBody': {'a': '{% $states.input.a %}'}},"
            + " 'End': true}",
        "{'a': 1}");

    assertThat(queue.takeMessage()).isEqualTo("{\"a\":1}");
  }

  @Test
  void tellsWhyATokenIsNotTaken() throws Exception {
    String arn = lab.start("Send", SEND + "'End': true}", "{}");
    String token = queue.takeMessage();

    assertThatThrownBy(() -> lab.sfn.sendTaskHeartbeat(r -> r.taskToken("rubbish")))
        .isInstanceOf(InvalidTokenException.class);
    String unknown = token.replaceAll("[0-9a-f]{12}$", "000000000000");
    assertThatThrownBy(() -> lab.sfn.sendTaskHeartbeat(r -> r.taskToken(unknown)))
        .isInstanceOf(TaskDoesNotExistException.class);
    assertThatThrownBy(() -> lab.sfn.sendTaskSuccess(r -> r.taskToken(token).output("{")))
        .isInstanceOf(InvalidOutputException.class);
    lab.sfn.sendTaskSuccess(r -> r.taskToken(token).output("1"));
    assertThatThrownBy(() -> lab.sfn.sendTaskSuccess(r -> r.taskToken(token).output("2")))
        .isInstanceOf(TaskTimedOutException.class);
    assertThat(lab.await(arn).output()).isEqualTo("1");
  }

  @Test
  void heartbeatsKeepATaskAliveAndSilenceEndsIt() throws Exception {
    String arn = lab.start("Send", SEND + "'HeartbeatSeconds': 10, 'End': true}", "{}");
    String token = queue.takeMessage();
    time.awaitTimers(1);

    time.advance(Duration.ofSeconds(9));
    lab.sfn.sendTaskHeartbeat(r -> r.taskToken(token));
    time.advance(Duration.ofSeconds(1));
    assertThat(time.awaitTimers(1)).isEqualTo(Duration.ofSeconds(9));
    assertThat(lab.sfn.describeExecution(r -> r.executionArn(arn)).status())
        .isEqualTo(ExecutionStatus.RUNNING);
    time.advance(Duration.ofSeconds(9));

    DescribeExecutionResponse end = lab.await(arn);
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("States.HeartbeatTimeout");
    assertThatThrownBy(() -> lab.sfn.sendTaskHeartbeat(r -> r.taskToken(token)))
        .isInstanceOf(TaskTimedOutException.class);
  }

  @Test
  void silenceIsCaughtAsATimeoutToo() throws Exception {
    String arn =
        lab.start(
            "Send",
            SEND
                + "'HeartbeatSeconds': 10, 'Catch': [{'ErrorEquals': ['States.Timeout'], 'Next':"
                + " 'End', 'Output': 'caught'}], 'End': true}, 'End': {'Type': 'Succeed'}",
            "{}");
    queue.takeMessage();
    time.awaitTimers(1);

    time.advance(Duration.ofSeconds(10));

    assertThat(lab.await(arn).output()).isEqualTo("\"caught\"");
  }

  @Test
  void aRetryHasANewTokenAndTheOldOneIsClosed() throws Exception {
    String arn =
        lab.start("Send", SEND + "'Retry': [{'ErrorEquals': ['Again']}], 'End': true}", "{}");
    String first = queue.takeMessage();
    lab.sfn.sendTaskFailure(r -> r.taskToken(first).error("Again"));
    time.advance(time.awaitTimers(1));
    String second = queue.takeMessage();

    assertThat(second).isNotEqualTo(first);
    assertThatThrownBy(() -> lab.sfn.sendTaskSuccess(r -> r.taskToken(first).output("1")))
        .isInstanceOf(TaskTimedOutException.class);
    lab.sfn.sendTaskSuccess(r -> r.taskToken(second).output("2"));
    assertThat(lab.await(arn).output()).isEqualTo("2");
  }

  @Test
  void stoppingAnExecutionClosesItsTokens() throws Exception {
    String arn = lab.start("Send", SEND + "'End': true}", "{}");
    String token = queue.takeMessage();

    lab.sfn.stopExecution(r -> r.executionArn(arn).error("Stop").cause("enough"));

    assertThat(lab.await(arn).status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(lab.await(arn).cause()).isEqualTo("enough");
    assertThatThrownBy(() -> lab.sfn.sendTaskHeartbeat(r -> r.taskToken(token)))
        .isInstanceOf(TaskTimedOutException.class);
  }

  @Test
  void aQueueThatRefusesFailsTheTaskByTheServicesName() {
    queue.answers(
        400,
        "{'__type': 'com.amazonaws.sqs#QueueDoesNotExist', 'message': 'The queue is not there.'}");

    DescribeExecutionResponse end = lab.run("Send", SEND + "'End': true}", "{}");

    assertThat(end.error()).isEqualTo("SQS.QueueDoesNotExistException");
    assertThat(end.cause()).contains("The queue is not there.");
  }

  @Test
  void aThousandTasksWaitWithoutAThreadEach() throws Exception {
    String map =
        "'Map': {'Type': 'Map', 'End': true, 'Items': '{% [1..25] %}', 'ItemProcessor': {"
            + "'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'},"
            + " 'StartAt': 'Requests', 'States': {'Requests': {'Type': 'Map', 'End': true,"
            + " 'Items': '{% [1..40] %}', 'Output': '{% $sum($states.result) %}', 'ItemProcessor':"
            + " {'StartAt': 'Send', 'States': {"
            + SEND
            + "'TimeoutSeconds': 86400, 'End': true}}}}}}}";
    String arn = lab.start("Map", map, "{}");
    int before = Thread.activeCount();
    String[] tokens = new String[1_000];
    for (int index = 0; index < tokens.length; index++) {
      tokens[index] = queue.takeMessage();
    }

    assertThat(Thread.activeCount()).isLessThan(before + 100);
    IntStream.range(0, tokens.length)
        .parallel()
        .forEach(index -> lab.sfn.sendTaskSuccess(r -> r.taskToken(tokens[index]).output("1")));

    DescribeExecutionResponse end = lab.await(arn);
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    // 25 children of 40 requests each.
    assertThat(end.output()).isEqualTo("[" + "40,".repeat(24) + "40]");
  }
}
