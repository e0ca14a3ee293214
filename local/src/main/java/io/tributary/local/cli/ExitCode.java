package io.tributary.local.cli;

import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.error.PipelineException;
import io.tributary.error.UserException;

/** What the command line answers to the shell. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  WRONG_INPUT(2),
  HELD(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The code for a command that ended with this failure. */
  public static ExitCode of(Throwable failure) {
    if (failure instanceof FailedRun run) {
      return ofRun(run.error());
    }
    return failure instanceof PipelineException known ? of(known) : FAILED;
  }

  /** Of a failure in a state machine nothing is known but its class, which is its kind. */
  private static ExitCode ofRun(String error) {
    if (error.equals(LeaseLostException.class.getName())) {
      return HELD;
    }
    return error.equals(UserException.class.getName()) ? WRONG_INPUT : FAILED;
  }

  private static ExitCode of(PipelineException failure) {
    if (failure instanceof LeaseLostException || failure.code() == ErrorCode.LEASE_HELD) {
      return HELD;
    }
    boolean wrongInput =
        failure instanceof UserException || failure.code() == ErrorCode.SOURCE_INVALID;
    return wrongInput ? WRONG_INPUT : FAILED;
  }
}
