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
    return failure instanceof PipelineException known ? of(known) : FAILED;
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
