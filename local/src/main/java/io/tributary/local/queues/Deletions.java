package io.tributary.local.queues;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;

/**
 * Removes the messages that were dealt with, as many in one request as gather within a moment. What
 * it cannot remove comes again, as a queue may always do.
 */
final class Deletions {
  private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);
  private static final String END = "";
  private static final long GATHERING_MILLISECONDS = 50;

  private final SqsClient sqs;
  private final String queueUrl;
  private final BlockingQueue<String> handles = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "event-source-deletions");

  Deletions(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    thread.setDaemon(true);
    thread.start();
  }

  void add(String receiptHandle) {
    handles.add(receiptHandle);
  }

  /** Returns when everything that was added is removed. */
  void finish() throws InterruptedException {
    handles.add(END);
    thread.join();
  }

  private void run() {
    boolean ended = false;
    while (!ended) {
      List<String> some = gathered();
      ended = some.remove(END);
      if (!some.isEmpty()) {
        delete(some);
      }
    }
  }

  private List<String> gathered() {
    List<String> some = new ArrayList<>();
    try {
      String next = handles.take();
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHERING_MILLISECONDS);
      while (next != null) {
        some.add(next);
        boolean isEnough = next.equals(END) || some.size() == EventSourceSettings.LARGEST_RECEIVE;
        next = isEnough ? null : handles.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nothing interrupts this thread", e);
    }
    return some;
  }

  private void delete(List<String> some) {
    List<DeleteMessageBatchRequestEntry> entries =
        IntStream.range(0, some.size())
            .mapToObj(n -> entry(Integer.toString(n), some.get(n)))
            .toList();
    try {
      int failed =
          sqs.deleteMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed().size();
      if (failed > 0) {
        LOG.warn("{} finished messages could not be deleted and will come again", failed);
      }
    } catch (SdkException e) {
      LOG.warn(
          "{} finished messages could not be deleted and will come again: {}",
          some.size(),
          e.getMessage());
    }
  }

  private static DeleteMessageBatchRequestEntry entry(String id, String receiptHandle) {
    return DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(receiptHandle).build();
  }
}
