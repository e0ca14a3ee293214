package io.tributary.local.warehouse.dataapi;

import io.tributary.local.warehouse.dataapi.Execution.Status;
import io.tributary.local.warehouse.dataapi.SubmitRequest.Shape;
import io.tributary.local.warehouse.engine.EngineErrors;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What was submitted under one id, and how far it is. Safe for several threads. */
final class Submission {
  private final SubmitRequest request;
  private final Execution whole;
  private final List<Execution> parts;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private volatile long resultBytes;
  private boolean picked;
  private Statement running;

  /**
   * A submission.
   *
   * @param parts the statements of a batch; for a single one, the whole itself
   */
  Submission(SubmitRequest request, Execution whole, List<Execution> parts) {
    this.request = request;
    this.whole = whole;
    this.parts = List.copyOf(parts);
  }

  SubmitRequest request() {
    return request;
  }

  Execution whole() {
    return whole;
  }

  List<Execution> parts() {
    return parts;
  }

  boolean isBatch() {
    return request.shape() != Shape.SINGLE;
  }

  Status status() {
    return whole.snapshot().status();
  }

  /** The execution of that id: the whole or one of the parts. */
  Optional<Execution> execution(String id) {
    return id.equals(whole.id())
        ? Optional.of(whole)
        : parts.stream().filter(part -> part.id().equals(id)).findFirst();
  }

  boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** Ends what runs; what has not begun never will. */
  synchronized void cancel() throws SQLException {
    cancelled.countDown();
    if (running != null) {
      running.cancel();
    } else if (!picked) {
      abort("ERROR: " + EngineErrors.CANCELLED);
      end();
    }
  }

  /** Whether it may begin: not if it was cancelled while it waited. */
  synchronized boolean pick() {
    picked = !isCancelled();
    return picked;
  }

  /** What has not ended by now never will. */
  void abort(String error) {
    parts.forEach(part -> part.aborted(error));
    whole.aborted(error);
  }

  /** Says which JDBC statement a cancel has to reach; none after it was cancelled. */
  synchronized boolean begin(Statement statement) {
    running = isCancelled() ? null : statement;
    return running != null;
  }

  synchronized void leave() {
    running = null;
  }

  /** Waits so long, or until it is cancelled. */
  void pause(Duration wait) throws InterruptedException {
    cancelled.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Nothing of it runs any more. */
  void end() {
    resultBytes = parts.stream().mapToLong(Execution::resultBytes).sum();
    ended.countDown();
  }

  /** The size of its results in bytes; 0 before its end. */
  long resultBytes() {
    return resultBytes;
  }

  boolean isEnded() {
    return ended.getCount() == 0;
  }

  /** Waits for its end, at most so long. */
  void awaitEnd(Duration most) {
    try {
      ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
