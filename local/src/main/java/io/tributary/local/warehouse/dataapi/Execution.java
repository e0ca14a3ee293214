package io.tributary.local.warehouse.dataapi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of one statement, or of a batch as a whole. Safe for several threads. */
final class Execution {
  /** Where an execution is, in the words of the service. */
  enum Status {
    SUBMITTED,
    PICKED,
    STARTED,
    FINISHED,
    FAILED,
    ABORTED;

    boolean isEnd() {
      return ordinal() >= FINISHED.ordinal();
    }
  }

  private final String id;
  private final long queryId;
  private final Optional<String> sql;
  private final Clock clock;
  private final Instant createdAt;
  private Status status = Status.SUBMITTED;
  private Instant updatedAt;
  private Instant startedAt;
  private Optional<String> error = Optional.empty();
  private Optional<StoredResult> result = Optional.empty();
  private long rows = -1;

  Execution(String id, long queryId, Optional<String> sql, Clock clock) {
    this.id = id;
    this.queryId = queryId;
    this.sql = sql;
    this.clock = clock;
    this.createdAt = clock.instant();
    this.updatedAt = createdAt;
    this.startedAt = createdAt;
  }

  /** What is known of an execution at one moment. */
  record Snapshot(
      String id,
      long queryId,
      Optional<String> sql,
      Status status,
      Instant createdAt,
      Instant updatedAt,
      Duration duration,
      Optional<String> error,
      Optional<StoredResult> result,
      long rows) {}

  String id() {
    return id;
  }

  long queryId() {
    return queryId;
  }

  String sql() {
    return sql.orElseThrow();
  }

  Instant createdAt() {
    return createdAt;
  }

  synchronized long resultBytes() {
    return result.map(StoredResult::bytes).orElse(0L);
  }

  synchronized Snapshot snapshot() {
    Duration duration = Duration.between(startedAt, updatedAt);
    return new Snapshot(
        id, queryId, sql, status, createdAt, updatedAt, duration, error, result, rows);
  }

  synchronized void picked() {
    move(Status.PICKED);
  }

  synchronized void started() {
    move(Status.STARTED);
    startedAt = updatedAt;
  }

  synchronized void changed(long changedRows) {
    rows = changedRows;
    move(Status.FINISHED);
  }

  synchronized void read(StoredResult stored) {
    result = Optional.of(stored);
    rows = stored.rows();
    move(Status.FINISHED);
  }

  synchronized void finished() {
    move(Status.FINISHED);
  }

  synchronized void failed(String sentence) {
    end(Status.FAILED, sentence);
  }

  synchronized void aborted(String sentence) {
    end(Status.ABORTED, sentence);
  }

  private void end(Status end, String sentence) {
    if (!status.isEnd()) {
      error = Optional.of(sentence);
      move(end);
    }
  }

  private void move(Status next) {
    if (!status.isEnd()) {
      status = next;
      updatedAt = clock.instant();
    }
  }
}
