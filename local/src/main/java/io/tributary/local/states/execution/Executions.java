package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Flow;
import io.tributary.local.states.history.Details;
import io.tributary.local.states.history.HistoryEvent;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All executions: those of this process, and those that earlier ones kept on disk. */
public final class Executions {
  private static final Logger LOG = LoggerFactory.getLogger(Executions.class);
  private static final int MAP_RUN_PARTS = 8;

  private final Engine engine;
  private final ExecutionFolder folder;
  private final Map<String, Execution> here = new ConcurrentHashMap<>();
  private final FinishedItems finishedItems = new FinishedItems();
  private final Map<String, MapRun> mapRuns = new ConcurrentHashMap<>();

  Executions(Engine engine, ExecutionFolder folder) {
    this.engine = engine;
    this.folder = folder;
  }

  /**
   * Starts an execution, or finds the running one of the same name and input.
   *
   * @throws NameTaken if the name was used for another input or by an execution that has ended
   */
  public synchronized ExecutionRecord start(Machine machine, String name, Payload input) {
    String arn = Arns.execution(machine.name(), name);
    Optional<ExecutionRecord> before = find(arn);
    if (before.isPresent()) {
      return sameRunning(before.get(), input);
    }
    ExecutionIdentity identity =
        new ExecutionIdentity(
            arn,
            name,
            machine.arn(),
            machine.name(),
            Optional.empty(),
            engine.timeline().clock().instant(),
            input.text());
    return begin(identity, machine.definition().flow(), machine.definition().timeout(), input)
        .record();
  }

  private static ExecutionRecord sameRunning(ExecutionRecord before, Payload input) {
    boolean same = before.identity().inputText().equals(input.text());
    if (before.status() == ExecutionStatus.RUNNING && same) {
      return before;
    }
    throw new NameTaken("Execution Already Exists: '" + before.identity().arn() + "'");
  }

  Execution begin(
      ExecutionIdentity identity, Flow flow, Optional<Duration> timeout, Payload input) {
    Execution execution = new Execution(engine, identity, flow, input);
    // Known before it is kept, or a reader of the folder would take it for a dead process's.
    here.put(identity.arn(), execution);
    try {
      folder.write(execution.record());
    } catch (UncheckedIOException e) {
      here.remove(identity.arn());
      throw e;
    }
    execution.start(flow, timeout, input);
    return execution;
  }

  /** Keeps what ended. Where that fails, as on a full disk, only later processes miss it. */
  void ended(Execution execution) {
    try {
      keep(execution);
    } catch (UncheckedIOException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private void keep(Execution execution) {
    folder.write(execution.record());
    if (execution.identity().mapRun().isEmpty()) {
      folder.writeHistory(execution.identity(), execution.history().events());
    } else {
      finishedItems
          .add(execution.identity().arn(), execution.history().size())
          .forEach(here::remove);
    }
  }

  /** The execution as it stands; one that was running in a process that died is aborted. */
  public Optional<ExecutionRecord> find(String arn) {
    Execution execution = here.get(arn);
    return execution == null
        ? folder.read(arn).map(ExecutionRecord::abortedIfRunning)
        : Optional.of(execution.record());
  }

  /** The execution object, for one of this process. */
  public Optional<Execution> here(String arn) {
    return Optional.ofNullable(here.get(arn));
  }

  /**
   * The events of an execution that is not in memory. Where they were not kept, only its beginning
   * and its end are told: of one whose process died, and of items of a distributed Map.
   */
  public List<HistoryEvent> keptHistory(ExecutionRecord record) {
    List<HistoryEvent> kept = folder.readHistory(record.identity());
    return kept.isEmpty() ? beginningAndEnd(record) : kept;
  }

  private static List<HistoryEvent> beginningAndEnd(ExecutionRecord record) {
    ExecutionIdentity identity = record.identity();
    Details input = new Details().input(identity.inputText());
    Details end = new Details().error(record.error().orElse(null), record.cause().orElse(null));
    record.output().ifPresent(end::output);
    return List.of(
        HistoryEvent.of(1, 0, identity.started(), ExecutionStatus.RUNNING.event(), input),
        HistoryEvent.of(2, 1, record.stopped().orElseThrow(), record.status().event(), end));
  }

  /** The executions of a machine, this process's and earlier ones', the newest first. */
  public List<ExecutionRecord> ofMachine(String machineArn) {
    List<ExecutionRecord> found = new ArrayList<>();
    here.values().stream()
        .map(Execution::record)
        .filter(record -> record.identity().machineArn().equals(machineArn))
        .forEach(found::add);
    folder.ofMachine(machineArn).stream()
        .filter(record -> !here.containsKey(record.identity().arn()))
        .map(ExecutionRecord::abortedIfRunning)
        .forEach(found::add);
    return newestFirst(found);
  }

  /** The executions of a map run, the newest first. */
  public List<ExecutionRecord> ofMapRun(String mapRunArn) {
    // arn:…:mapRun:<machine>/<label>:<id> has its items at the machine <machine>/<label>.
    String[] parts = mapRunArn.split(":");
    return parts.length < MAP_RUN_PARTS
        ? List.of()
        : ofMachine(Arns.machine(parts[MAP_RUN_PARTS - 2])).stream()
            .filter(record -> record.identity().mapRun().filter(mapRunArn::equals).isPresent())
            .toList();
  }

  private static List<ExecutionRecord> newestFirst(List<ExecutionRecord> records) {
    Comparator<ExecutionRecord> byStart =
        Comparator.comparing(record -> record.identity().started());
    return records.stream()
        .sorted(byStart.reversed().thenComparing(record -> record.identity().name()))
        .toList();
  }

  void addMapRun(String arn, MapRun run) {
    mapRuns.put(arn, run);
  }

  /** The map run of the ARN. */
  public Optional<MapRun.Snapshot> mapRun(String arn) {
    return Optional.ofNullable(mapRuns.get(arn)).map(MapRun::snapshot);
  }

  /** The map runs of an execution, the oldest first. */
  public List<MapRun.Snapshot> mapRunsOf(String executionArn) {
    return mapRuns.values().stream()
        .map(MapRun::snapshot)
        .filter(run -> run.executionArn().equals(executionArn))
        .sorted(Comparator.comparing(MapRun.Snapshot::started))
        .toList();
  }

  void stopAll() {
    CompletableFuture<?>[] ends =
        here.values().stream()
            .filter(execution -> execution.record().status() == ExecutionStatus.RUNNING)
            .map(execution -> execution.stop(null, "The local cloud was closed."))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends).join();
  }
}
