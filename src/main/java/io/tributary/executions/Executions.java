package io.tributary.executions;

import io.tributary.error.ErrorCode;
import io.tributary.error.PipelineException;
import io.tributary.error.TransientException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnResponse;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * The state machine service: is an execution alive, and the callbacks of its waiting tasks. Each
 * call throws {@link TransientException} while the service does not answer.
 */
public final class Executions {
  private static final int LONGEST_CAUSE = 32_768;

  private final SfnClient sfn;

  public Executions(SfnClient sfn) {
    this.sfn = sfn;
  }

  /** Whether the execution still runs; an unknown one does not. */
  public boolean isRunning(String executionArn) {
    try {
      return calling(() -> sfn.describeExecution(r -> r.executionArn(executionArn))).status()
          == ExecutionStatus.RUNNING;
    } catch (ExecutionDoesNotExistException | InvalidArnException e) {
      return false;
    }
  }

  /** Tells the waiting task that its worker lives; false if nobody waits for it any more. */
  public boolean heartbeat(String taskToken) {
    return answered(() -> sfn.sendTaskHeartbeat(r -> r.taskToken(taskToken)));
  }

  /** Ends the waiting task; false if nobody waits for it any more. */
  public boolean succeed(String taskToken, String outputJson) {
    return answered(() -> sfn.sendTaskSuccess(r -> r.taskToken(taskToken).output(outputJson)));
  }

  /** Fails the waiting task as a step would have; false if nobody waits for it any more. */
  public boolean fail(String taskToken, PipelineException failure) {
    String message = failure.getMessage();
    String cause = message.substring(0, Math.min(message.length(), LONGEST_CAUSE));
    String error = failure.getClass().getName();
    return answered(
        () -> sfn.sendTaskFailure(r -> r.taskToken(taskToken).error(error).cause(cause)));
  }

  private static boolean answered(Supplier<? extends SfnResponse> call) {
    try {
      calling(call);
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
      return false;
    }
  }

  private static <T> T calling(Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      if (e.statusCode() < 500 && !e.isThrottlingException()) {
        throw e;
      }
      throw unanswered(e);
    } catch (AbortedException e) {
      Thread.currentThread().interrupt();
      throw unanswered(e);
    } catch (SdkException e) {
      throw unanswered(e);
    }
  }

  private static TransientException unanswered(SdkException e) {
    return new TransientException(
        ErrorCode.EXECUTIONS_UNREACHABLE,
        "Step Functions does not answer for now: " + e.getMessage(),
        e);
  }
}
