package io.tributary.local.states.execution;

import java.util.List;
import java.util.Set;

/** Which errors the names in ErrorEquals match. */
final class ErrorNames {
  private static final Set<String> TERMINAL = Set.of(StatesError.DATA_LIMIT, StatesError.RUNTIME);
  private static final Set<String> TIMEOUTS =
      Set.of(StatesError.TIMEOUT, StatesError.HEARTBEAT_TIMEOUT);

  private ErrorNames() {}

  static boolean match(List<String> names, StatesError error) {
    return names.stream().anyMatch(name -> matches(name, error.name()));
  }

  private static boolean matches(String name, String error) {
    if (name.equals(error)) {
      return true;
    }
    return switch (name) {
      case "States.ALL" -> !isTerminal(error);
      case StatesError.TASK_FAILED -> !isTerminal(error) && !isTimeout(error);
      case StatesError.TIMEOUT -> isTimeout(error);
      default -> false;
    };
  }

  private static boolean isTerminal(String error) {
    return error != null && TERMINAL.contains(error);
  }

  private static boolean isTimeout(String error) {
    return error != null && TIMEOUTS.contains(error);
  }
}
