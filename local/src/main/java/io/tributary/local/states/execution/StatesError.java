package io.tributary.local.states.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/** An error as Step Functions tells it: a name and a cause, either may be null. */
public record StatesError(String name, String cause) {
  public static final String RUNTIME = "States.Runtime";
  public static final String TIMEOUT = "States.Timeout";
  public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
  public static final String TASK_FAILED = "States.TaskFailed";
  public static final String DATA_LIMIT = "States.DataLimitExceeded";
  public static final String QUERY = "States.QueryEvaluationError";
  public static final String NO_CHOICE = "States.NoChoiceMatched";
  public static final String TOLERANCE = "States.ExceedToleratedFailureThreshold";
  private static final int LONGEST_NAME = 256;

  /** The limit of a cause, in characters. */
  public static final int LONGEST_CAUSE = 32_768;

  public StatesError {
    name = cut(name, LONGEST_NAME);
    cause = cut(cause, LONGEST_CAUSE);
  }

  /** The value of {@code $states.errorOutput}. */
  Map<String, Object> toOutput() {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Error", name == null ? "" : name);
    output.put("Cause", cause == null ? "" : cause);
    return output;
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
