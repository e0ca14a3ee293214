package io.tributary.local.states.definition;

import java.util.List;

/** Where a failed state goes on. */
public record Catcher(List<String> errorEquals, Exit exit) {
  public Catcher {
    errorEquals = List.copyOf(errorEquals);
  }
}
