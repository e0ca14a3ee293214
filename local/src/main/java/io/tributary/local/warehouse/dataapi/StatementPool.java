package io.tributary.local.warehouse.dataapi;

import io.tributary.local.warehouse.rewrite.SqlStatement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread for statements that write, some for those that only read. */
final class StatementPool implements AutoCloseable {
  private static final int SECONDS_TO_END = 10;

  private final ExecutorService writer;
  private final ExecutorService readers;
  private final StatementRunner runner;

  StatementPool(StatementRunner runner, int readerCount) {
    this.runner = runner;
    this.writer = Executors.newSingleThreadExecutor(daemons("warehouse-writer-"));
    this.readers = Executors.newFixedThreadPool(readerCount, daemons("warehouse-reader-"));
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  void start(Submission submission) {
    boolean onlyReads = submission.request().sqls().stream().allMatch(StatementPool::onlyReads);
    (onlyReads ? readers : writer).execute(() -> runner.run(submission));
  }

  private static boolean onlyReads(String sql) {
    try {
      return SqlStatement.parse(sql).kind().onlyReads();
    } catch (IllegalArgumentException e) {
      // It fails when it is run, with a status; here it only must not pass for a writer.
      return true;
    }
  }

  /** Ends both; what still runs was cancelled before. */
  @Override
  public void close() {
    writer.shutdownNow();
    readers.shutdownNow();
    try {
      writer.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
      readers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
