package io.tributary.local.states.definition;

import java.util.HashSet;
import java.util.Set;

/** Checks names over the whole machine: of states, and of variables in inner flows. */
final class Names {
  private final Problems problems;
  private final Set<String> states = new HashSet<>();

  Names(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks a flow and those inside it.
   *
   * @param outer the variables that the flows around this one set
   */
  void check(Flow flow, Place place, Set<String> outer) {
    Set<String> own = new HashSet<>(outer);
    for (State state : flow.states().values()) {
      Place here = place.member("States").member(state.name());
      if (!states.add(state.name())) {
        problems.add(here, "has the name of another state of this machine");
      }
      for (Exit exit : state.exits()) {
        checkVariables(exit, here, outer);
        own.addAll(exit.assign().keySet());
      }
    }
    for (State state : flow.states().values()) {
      // The items of a distributed Map are executions of their own: no outer variable is there.
      Set<String> visible = state instanceof State.DistributedMap ? Set.of() : own;
      Place here = place.member("States").member(state.name());
      state.innerFlows().forEach(inner -> check(inner, here, visible));
    }
  }

  private void checkVariables(Exit exit, Place place, Set<String> outer) {
    for (String variable : exit.assign().keySet()) {
      if (outer.contains(variable)) {
        problems.add(
            place.member("Assign").member(variable),
            "is a variable of the flow around this one, which an inner state cannot set");
      }
    }
  }
}
