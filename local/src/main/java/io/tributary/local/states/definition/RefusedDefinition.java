package io.tributary.local.states.definition;

import java.util.List;

/** A definition that this runner does not take; every problem is named with its place. */
public final class RefusedDefinition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  RefusedDefinition(List<String> problems) {
    super("The state machine is refused: " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
