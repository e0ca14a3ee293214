package io.tributary.local.states.execution;

import io.tributary.local.states.Timeline;
import io.tributary.local.states.definition.Flow;
import io.tributary.local.states.history.Details;
import io.tributary.local.states.history.History;
import io.tributary.local.states.history.HistoryFull;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running or ended execution. Everything it does happens on its own serial queue. */
public final class Execution {
  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  private final Engine engine;
  private final ExecutionIdentity identity;
  private final Object input;
  private final History history;
  private final SerialQueue queue;
  private final FlowRun root;
  private final AtomicLong transitions = new AtomicLong();
  private final CompletableFuture<ExecutionRecord> ended = new CompletableFuture<>();
  private Timeline.Timer timeout = () -> {};
  private volatile ExecutionRecord record;

  Execution(Engine engine, ExecutionIdentity identity, Flow flow, Payload input) {
    this.engine = engine;
    this.identity = identity;
    this.input = input.value();
    this.history = new History(engine.timeline().clock());
    this.queue = new SerialQueue(engine.threads(), this::broken);
    this.root = new FlowRun(this, flow, Variables.none(), Optional.empty(), 0, this::flowEnded);
    this.record = snapshot(ExecutionStatus.RUNNING, Optional.empty(), new StatesError(null, null));
  }

  void start(Flow flow, Optional<Duration> limit, Payload payload) {
    history.append(
        ExecutionStatus.RUNNING.event(),
        0,
        new Details().input(payload.text()).with("roleArn", Engine.ROLE));
    post(
        () -> {
          limit.ifPresent(
              after -> timeout = engine.timeline().after(after, () -> post(this::timedOut)));
          root.enter(flow.startAt(), payload);
        });
  }

  /** Ends the execution as ABORTED, with everything it waits for; nothing if it has ended. */
  public CompletableFuture<ExecutionRecord> stop(String error, String cause) {
    post(() -> end(ExecutionStatus.ABORTED, Optional.empty(), new StatesError(error, cause)));
    return ended;
  }

  public ExecutionIdentity identity() {
    return identity;
  }

  public History history() {
    return history;
  }

  /** How the execution stands now. */
  public ExecutionRecord record() {
    ExecutionRecord now = record;
    return now.status() == ExecutionStatus.RUNNING
        ? snapshot(ExecutionStatus.RUNNING, Optional.empty(), new StatesError(null, null))
        : now;
  }

  /** How many states were entered or tried again so far. */
  public long transitions() {
    return transitions.get();
  }

  /** Waits for the end, at most so long in real time, and tells whether it has come. */
  public boolean awaitEnd(Duration longest) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    ended.thenRun(over::countDown);
    return over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells the end; at once if it has ended. */
  void onEnd(Consumer<ExecutionRecord> listener) {
    ended.thenAccept(listener);
  }

  Engine engine() {
    return engine;
  }

  Object input() {
    return input;
  }

  void post(Runnable action) {
    queue.post(action);
  }

  void countTransition() {
    transitions.incrementAndGet();
    engine.countTransition();
  }

  private void flowEnded(Outcome outcome) {
    if (outcome instanceof Outcome.Success success) {
      Payload output = (Payload) success.value();
      end(ExecutionStatus.SUCCEEDED, Optional.of(output), new StatesError(null, null));
    } else if (outcome instanceof Outcome.Failure failure) {
      end(ExecutionStatus.FAILED, Optional.empty(), failure.error());
    }
  }

  private void timedOut() {
    end(ExecutionStatus.TIMED_OUT, Optional.empty(), new StatesError(StatesError.TIMEOUT, null));
  }

  private void broken(RuntimeException thrown) {
    if (!(thrown instanceof HistoryFull || thrown instanceof UncheckedIOException)) {
      LOG.error("Execution {} broke", identity.arn(), thrown);
    }
    String cause = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    end(ExecutionStatus.FAILED, Optional.empty(), new StatesError(StatesError.RUNTIME, cause));
  }

  private void end(ExecutionStatus status, Optional<Payload> output, StatesError error) {
    if (ended.isDone()) {
      return;
    }
    root.cancel();
    timeout.cancel();
    Details details = new Details();
    output.ifPresentOrElse(
        payload -> details.output(payload.text()),
        () -> details.error(error.name(), error.cause()));
    history.appendLast(status.event(), details);
    record = snapshot(status, output, error);
    try {
      engine.executionEnded(this);
    } finally {
      ended.complete(record);
    }
  }

  private ExecutionRecord snapshot(
      ExecutionStatus status, Optional<Payload> output, StatesError error) {
    boolean over = status != ExecutionStatus.RUNNING;
    return new ExecutionRecord(
        identity,
        status,
        over ? Optional.of(engine.timeline().clock().instant()) : Optional.empty(),
        output.map(Payload::text),
        Optional.ofNullable(error.name()),
        Optional.ofNullable(error.cause()),
        transitions.get());
  }
}
