package io.tributary.local.states.execution;

import io.tributary.local.states.definition.DefinitionReader;
import io.tributary.local.states.definition.RefusedDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The machines by name. */
public final class Machines {
  private final Clock clock;
  private final Map<String, Machine> machines = new ConcurrentSkipListMap<>();

  Machines(Clock clock) {
    this.clock = clock;
  }

  /**
   * Makes a machine, or finds it if the same was made before.
   *
   * @throws RefusedDefinition if this runner cannot do what it says
   * @throws NameTaken if another machine has the name
   */
  public synchronized Machine create(String name, String definition) {
    Machine machine =
        new Machine(Arns.machine(name), name, DefinitionReader.read(definition), clock.instant());
    Machine before = machines.putIfAbsent(name, machine);
    if (before != null && !before.definition().text().equals(definition)) {
      throw new NameTaken("State Machine Already Exists: '" + before.arn() + "'");
    }
    return before == null ? machine : before;
  }

  /** The machine of the ARN. */
  public Optional<Machine> find(String arn) {
    return machines.values().stream().filter(machine -> machine.arn().equals(arn)).findFirst();
  }

  /** All machines, by name. */
  public List<Machine> all() {
    return List.copyOf(machines.values());
  }
}
