package io.tributary.local.states.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the members of an event; what is empty is left out. */
public final class Details {
  private static final Map<String, Object> WHOLE = Map.of("truncated", false);

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** A member as it is. */
  public Details with(String member, Object value) {
    if (value != null) {
      members.put(member, value);
    }
    return this;
  }

  /** The input of a state, a task or an execution, as JSON text. */
  public Details input(String json) {
    return with("input", json).with("inputDetails", WHOLE);
  }

  /** The output of a state, a task or an execution, as JSON text. */
  public Details output(String json) {
    return with("output", json).with("outputDetails", WHOLE);
  }

  /** What went wrong. */
  public Details error(String error, String cause) {
    return with("error", error).with("cause", cause);
  }

  Map<String, Object> members() {
    return members;
  }
}
