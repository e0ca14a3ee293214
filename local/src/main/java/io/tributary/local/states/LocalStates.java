package io.tributary.local.states;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.json.Json;
import io.tributary.local.functions.LocalFunctions;
import io.tributary.local.states.execution.Engine;
import io.tributary.local.states.execution.Execution;
import io.tributary.local.states.execution.ExecutionRecord;
import io.tributary.local.states.http.StatesEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Step Functions on loopback: runs state machines in the Amazon States Language with JSONata.
 * Thread-safe. Executions are kept in the history folder; one that was running when its process
 * ended is ABORTED for the next.
 */
public final class LocalStates implements AutoCloseable {
  private final Engine engine;
  private final StatesEndpoint endpoint;
  private final FileChannel lock;

  private LocalStates(Builder builder) {
    this.lock = lock(builder.folder);
    this.engine =
        new Engine(
            builder.timeline, builder.pace, builder.functions, builder.services, builder.folder);
    this.endpoint = new StatesEndpoint(engine);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Begins to listen on a free port of loopback and tells where. */
  public URI start() {
    return endpoint.start();
  }

  /**
   * Makes a machine and gives its ARN; the same name and definition again give the same.
   *
   * @throws io.tributary.local.states.definition.RefusedDefinition with every problem at once
   * @throws io.tributary.local.states.execution.NameTaken if the name has another definition
   */
  public String createMachine(String name, String definitionJson) {
    return engine.machines().create(name, definitionJson).arn();
  }

  /** How many states an execution has entered or tried again; 0 for an unknown one. */
  public long transitions(String executionArn) {
    return engine.executions().find(executionArn).map(ExecutionRecord::transitions).orElse(0L);
  }

  /** How many states all executions of this process have entered or tried again. */
  public long totalTransitions() {
    return engine.transitions();
  }

  /** How often the executions of this process have left a state of this name. */
  public long exits(String state) {
    return engine.exits(state);
  }

  /**
   * Waits until an execution of this process has ended, at most so long in real time.
   *
   * @return whether it has ended; an unknown one has
   */
  public boolean awaitEnd(String executionArn, Duration longest) throws InterruptedException {
    Optional<Execution> execution = engine.executions().here(executionArn);
    return execution.isEmpty() || execution.get().awaitEnd(longest);
  }

  /** Aborts what still runs, and stops listening. */
  @Override
  public void close() {
    endpoint.stop();
    engine.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot let go of the history folder", e);
    }
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw held(folder);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw held(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the history folder " + folder, e);
    }
  }

  private static UserException held(Path folder) {
    return new UserException(
        ErrorCode.LEASE_HELD,
        "Another process runs state machines in " + folder + ": wait until it has ended.");
  }

  /** What a {@link LocalStates} is made of. Only the history folder must be given. */
  public static final class Builder {
    private final Map<String, URI> services = new HashMap<>();
    private LocalFunctions functions = new LocalFunctions(Clock.systemUTC(), Json.MAPPER);
    private Timeline timeline = Timeline.running(Clock.systemUTC());
    private Pace pace = Pace.asWritten();
    private Path folder;

    private Builder() {}

    /** The functions that Tasks call; none by default. */
    public Builder functions(LocalFunctions given) {
      functions = given;
      return this;
    }

    /** Where a service listens, by the SDK's name: {@code sqs} or {@code redshiftdata}. */
    public Builder service(String sdkName, URI endpoint) {
      services.put(sdkName, endpoint);
      return this;
    }

    /** How waits pass; as they are written by default. */
    public Builder pace(Pace given) {
      pace = given;
      return this;
    }

    /** Where executions are kept. */
    public Builder historyFolder(Path given) {
      folder = given;
      return this;
    }

    /** What moment it is; time passes by itself. */
    public Builder clock(Clock given) {
      return timeline(Timeline.running(given));
    }

    /** What moment it is and how time passes, for tests. */
    public Builder timeline(Timeline given) {
      timeline = given;
      return this;
    }

    public LocalStates build() {
      Objects.requireNonNull(folder, "a history folder");
      return new LocalStates(this);
    }
  }
}
