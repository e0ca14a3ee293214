package io.tributary.local.states.definition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads StartAt and States, and checks that every state leads somewhere and is reached. */
final class Flows {
  private Flows() {}

  static Flow read(Fields fields) {
    String startAt = fields.text("StartAt");
    Fields states = fields.object("States");
    Map<String, State> read = new LinkedHashMap<>();
    for (String name : states.names()) {
      States.read(name, states.object(name)).ifPresent(state -> read.put(name, state));
    }
    Flow flow = new Flow(startAt, read);
    checkTargets(flow, fields, Set.copyOf(states.names()));
    return flow;
  }

  private static void checkTargets(Flow flow, Fields fields, Set<String> known) {
    if (!flow.startAt().isEmpty() && !known.contains(flow.startAt())) {
      fields.refuse("StartAt", "names '" + flow.startAt() + "', which is no state here");
    }
    for (State state : flow.states().values()) {
      for (String target : targets(state)) {
        if (!known.contains(target)) {
          Place place = fields.place().member("States").member(state.name());
          fields.problems().add(place, "goes to '" + target + "', which is no state here");
        }
      }
    }
    Set<String> reached = reached(flow);
    for (State state : flow.states().values()) {
      if (!reached.contains(state.name())) {
        Place place = fields.place().member("States").member(state.name());
        fields.problems().add(place, "is never reached");
      }
    }
  }

  private static Set<String> reached(Flow flow) {
    Set<String> reached = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>(Set.of(flow.startAt()));
    while (!open.isEmpty()) {
      String name = open.iterator().next();
      open.remove(name);
      if (reached.add(name) && flow.states().containsKey(name)) {
        open.addAll(targets(flow.states().get(name)));
      }
    }
    return reached;
  }

  private static Set<String> targets(State state) {
    return state.exits().stream()
        .flatMap(exit -> exit.next().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
