package io.tributary.local.states.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One event of an execution's history.
 *
 * @param id counted from 1
 * @param previous the event that led to this one, 0 for the first
 * @param type as the service names it, such as {@code TaskStateEntered}
 * @param details the type's own members
 */
public record HistoryEvent(
    long id, long previous, Instant at, String type, Map<String, Object> details) {
  private static final Set<String> EXECUTION_DATA =
      Set.of(
          "input",
          "inputDetails",
          "output",
          "outputDetails",
          "parameters",
          "assignedVariables",
          "assignedVariablesDetails");

  /** An event with the details. */
  public static HistoryEvent of(long id, long previous, Instant at, String type, Details details) {
    return new HistoryEvent(id, previous, at, type, details.members());
  }

  /** The event as the API tells it. */
  public Map<String, Object> toJson(boolean withData) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("timestamp", at.toEpochMilli() / 1000.0);
    json.put("type", type);
    json.put("id", id);
    json.put("previousEventId", previous);
    if (!details.isEmpty()) {
      Map<String, Object> shown = new LinkedHashMap<>(details);
      if (!withData) {
        shown.keySet().removeAll(EXECUTION_DATA);
      }
      json.put(detailsMember(), shown);
    }
    return json;
  }

  private String detailsMember() {
    if (type.endsWith("StateEntered")) {
      return "stateEnteredEventDetails";
    }
    if (type.endsWith("StateExited")) {
      return "stateExitedEventDetails";
    }
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
  }
}
