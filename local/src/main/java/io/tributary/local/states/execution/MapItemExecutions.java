package io.tributary.local.states.execution;

import io.tributary.local.states.definition.State;
import java.util.Optional;
import java.util.UUID;

/** The executions of one map run: how they are named and started. */
final class MapItemExecutions {
  private final Execution parent;
  private final State.DistributedMap state;
  private final String label;
  private final String mapRunArn;

  MapItemExecutions(Execution parent, State.DistributedMap state) {
    this.parent = parent;
    this.state = state;
    this.label = state.label().orElseGet(() -> state.name().replaceAll("[^A-Za-z0-9_-]", "_"));
    this.mapRunArn = Arns.mapRun(machineName(), label + ":" + UUID.randomUUID());
  }

  String mapRunArn() {
    return mapRunArn;
  }

  MapRun begin(MapRun.Limits limits) {
    ExecutionIdentity identity = parent.identity();
    MapRun run =
        new MapRun(
            mapRunArn,
            identity.arn(),
            identity.machineArn(),
            parent.engine().timeline().clock().instant(),
            limits);
    parent.engine().executions().addMapRun(mapRunArn, run);
    return run;
  }

  Execution start(Payload input) {
    String name = UUID.randomUUID().toString();
    String machine = machineName() + "/" + label;
    ExecutionIdentity identity =
        new ExecutionIdentity(
            Arns.execution(machine, name),
            name,
            Arns.machine(machine),
            machine,
            Optional.of(mapRunArn),
            parent.engine().timeline().clock().instant(),
            input.text());
    return parent.engine().executions().begin(identity, state.processor(), Optional.empty(), input);
  }

  private String machineName() {
    return parent.identity().machineName();
  }
}
