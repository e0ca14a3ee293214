package io.tributary.executions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.TransientException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;

/** What the local state machines seldom answer: that they are busy, out of reach, or refuse. */
class ExecutionsTest {
  private static final String ARN = "arn:aws:states:eu-west-1:111122223333:execution:m:e";

  @ParameterizedTest
  @MethodSource("passing")
  void saysThatItMayHelpToTryAgainWhileTheServiceDoesNotAnswer(RuntimeException failure) {
    Executions executions = failing(failure);

    assertTransient(() -> executions.isRunning(ARN));
    assertTransient(() -> executions.heartbeat("token"));
    assertTransient(() -> executions.succeed("token", "{}"));
    assertTransient(
        () -> executions.fail("token", new PermanentException(ErrorCode.INTERNAL, "No.")));
  }

  @Test
  void leavesTheInterruptionStanding() {
    Executions executions = failing(AbortedException.create("Thread was interrupted"));

    assertTransient(() -> executions.isRunning(ARN));

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void doesNotTryAgainWhatIsRefused() {
    SfnException refused = refusal(400, "AccessDeniedException");

    assertThatThrownBy(() -> failing(refused).isRunning(ARN)).isSameAs(refused);
  }

  @Test
  void takesWhatIsUnknownForOver() {
    assertThat(
            failing(ExecutionDoesNotExistException.builder().statusCode(400).build())
                .isRunning(ARN))
        .isFalse();
    assertThat(
            failing(TaskDoesNotExistException.builder().statusCode(400).build()).heartbeat("token"))
        .isFalse();
  }

  static List<RuntimeException> passing() {
    return List.of(
        refusal(503, "ServiceUnavailable"),
        refusal(400, "ThrottlingException"),
        SdkClientException.create("Unable to execute HTTP request"));
  }

  private static void assertTransient(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(TransientException.class)
        .hasMessageStartingWith("Step Functions does not answer for now: ");
  }

  private static SfnException refusal(int status, String code) {
    return (SfnException)
        SfnException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }

  private static Executions failing(RuntimeException failure) {
    return new Executions(new FailingService(failure));
  }

  private record FailingService(RuntimeException failure) implements SfnClient {
    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
      throw failure;
    }

    @Override
    public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
      throw failure;
    }

    @Override
    public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
      throw failure;
    }

    @Override
    public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
      throw failure;
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
