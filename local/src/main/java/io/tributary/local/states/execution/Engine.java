package io.tributary.local.states.execution;

import io.tributary.local.functions.LocalFunctions;
import io.tributary.local.states.Pace;
import io.tributary.local.states.Timeline;
import io.tributary.local.states.tokens.TaskTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all executions share. */
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  public static final String REGION = "local";
  public static final String ACCOUNT = "000000000000";
  static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/local";

  private static final Duration LONGEST_WRITE = Duration.ofSeconds(2);

  private final Path folder;
  private final Timeline timeline;
  private final Pace pace;
  private final TaskTokens tokens;
  private final Machines machines;
  private final Executions executions;
  private final Integrations integrations;
  private final AtomicLong transitions = new AtomicLong();
  private final Map<String, LongAdder> exits = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()), Engine::daemon);

  /**
   * An engine without executions.
   *
   * @param services the endpoints by the SDK's name of the service
   * @param folder where executions are kept
   */
  public Engine(
      Timeline timeline,
      Pace pace,
      LocalFunctions functions,
      Map<String, URI> services,
      Path folder) {
    this.folder = folder;
    this.timeline = timeline;
    this.pace = pace;
    this.tokens = new TaskTokens(timeline.clock());
    this.machines = new Machines(timeline.clock());
    this.executions = new Executions(this, new ExecutionFolder(folder));
    this.integrations = new Integrations(functions, services, machines, executions);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "states");
    thread.setDaemon(true);
    return thread;
  }

  public Machines machines() {
    return machines;
  }

  public Executions executions() {
    return executions;
  }

  public TaskTokens tokens() {
    return tokens;
  }

  /** How many states were entered or tried again in all executions. */
  public long transitions() {
    return transitions.get();
  }

  /** How often a state of this name was left, in all executions. */
  public long exits(String state) {
    LongAdder counted = exits.get(state);
    return counted == null ? 0 : counted.sum();
  }

  public Timeline timeline() {
    return timeline;
  }

  /** Ends what still runs; after that nothing writes into the folder any more, or a log says so. */
  public void close() {
    executions.stopAll();
    timeline.close();
    threads.shutdownNow();
    if (!hasEnded()) {
      LOG.warn(
          "State machines did not stop within {} seconds and may still write into {}; end this"
              + " process before another uses it",
          LONGEST_WRITE.toSeconds(),
          folder);
    }
  }

  private boolean hasEnded() {
    try {
      return threads.awaitTermination(LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return threads.isTerminated();
    }
  }

  Pace pace() {
    return pace;
  }

  Integrations integrations() {
    return integrations;
  }

  Executor threads() {
    return threads;
  }

  double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }

  void countTransition() {
    transitions.incrementAndGet();
  }

  void countExit(String state) {
    exits.computeIfAbsent(state, name -> new LongAdder()).increment();
  }

  void executionEnded(Execution execution) {
    executions.ended(execution);
  }
}
