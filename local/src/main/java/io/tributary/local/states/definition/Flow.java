package io.tributary.local.states.definition;

import java.util.Map;

/** States and where they start: a machine, a branch, or what a Map does with an item. */
public record Flow(String startAt, Map<String, State> states) {
  public Flow {
    states = Map.copyOf(states);
  }
}
