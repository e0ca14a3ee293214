package io.tributary.functions;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.error.PermanentException;
import io.tributary.error.PipelineException;
import io.tributary.error.TransientException;
import io.tributary.error.UserException;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A failure as it leaves a function. Lambda's runtime writes the message, the causes and the frames
 * of whatever a handler throws into the log, so none of them may quote a key, an address or a row.
 */
final class OutwardFailure {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@'\"<>(),;:]+@[^\\s@'\"<>(),;:]+[.][A-Za-z]{2,}");

  private OutwardFailure() {}

  /**
   * The step's own failure of the same kind, without its causes and without e-mail addresses; for a
   * failure that the pipeline does not know a sentence of ours in place of its message.
   *
   * @throws Error if it is one: then the environment is lost
   */
  static PipelineException of(String step, Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    PipelineException told =
        thrown instanceof PipelineException known
            ? ofSameKind(known, ADDRESS.matcher(known.getMessage()).replaceAll("<address>"))
            : new PermanentException(ErrorCode.INTERNAL, unknown(step, thrown));
    told.setStackTrace(thrown.getStackTrace());
    return told;
  }

  private static PipelineException ofSameKind(PipelineException known, String message) {
    if (known instanceof UserException) {
      return new UserException(known.code(), message);
    }
    if (known instanceof DataException) {
      return new DataException(known.code(), message);
    }
    if (known instanceof TransientException) {
      return new TransientException(known.code(), message);
    }
    return known instanceof LeaseLostException
        ? new LeaseLostException(known.code(), message)
        : new PermanentException(known.code(), message);
  }

  private static String unknown(String step, Throwable thrown) {
    String what = thrown.getClass().getName();
    if (thrown instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null) {
      return "The step '"
          + step
          + "' was refused by AWS with "
          + refusal.awsErrorDetails().errorCode()
          + " ("
          + what
          + "): compare the function's role and quotas with the template's.";
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    String where = frames.length == 0 ? "" : " at " + frames[0];
    return "The step '" + step + "' failed by a defect, " + what + where + ": report it.";
  }
}
