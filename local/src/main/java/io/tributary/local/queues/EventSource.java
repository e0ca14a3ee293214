package io.tributary.local.queues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Polls a queue and calls a function with its messages, as Lambda's event source for SQS does: what
 * the function deals with is deleted; what it names as failed, and all of a call that throws, comes
 * again after the queue's visibility timeout.
 */
public final class EventSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventSource.class);
  private static final int LONG_POLL_SECONDS = 1;
  private static final Duration PAUSE_AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final EventSourceSettings settings;
  private final UnaryOperator<String> function;
  private final EventJson json;
  private final Semaphore places;
  private final ExecutorService calls;
  private final Deletions deletions;
  private final List<Thread> receivers;
  private final CountDownLatch stopping = new CountDownLatch(1);

  private EventSource(
      SqsClient sqs, EventSourceSettings settings, UnaryOperator<String> function, EventJson json) {
    this.sqs = sqs;
    this.settings = settings;
    this.function = function;
    this.json = json;
    this.places =
        new Semaphore(
            settings.maximumConcurrency() + settings.receivers() * settings.callsOfAReceive());
    this.calls = Executors.newFixedThreadPool(settings.maximumConcurrency(), daemons());
    this.deletions = new Deletions(sqs, settings.queueUrl());
    this.receivers =
        IntStream.range(0, settings.receivers())
            .mapToObj(n -> new Thread(this::receiveUntilStopped, "event-source-receiver-" + n))
            .toList();
  }

  /**
   * Begins to poll.
   *
   * @param function takes the event and gives the answer, both JSON text; several threads call it
   *     at once. A runtime exception fails the call.
   */
  public static EventSource start(
      SqsClient sqs, EventSourceSettings settings, UnaryOperator<String> function) {
    String arn =
        sqs.getQueueAttributes(
                r -> r.queueUrl(settings.queueUrl()).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    EventSource source = new EventSource(sqs, settings, function, new EventJson(arn));
    source.receivers.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
    return source;
  }

  /** Begins no further poll or call; {@link #close()} awaits the end of those under way. */
  public void stop() {
    stopping.countDown();
  }

  /** Stops polling, ends the calls under way and gives back what was received but not begun. */
  @Override
  public void close() {
    stop();
    try {
      for (Thread receiver : receivers) {
        receiver.join();
      }
      calls.shutdown();
      if (!calls.awaitTermination(settings.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
        calls.shutdownNow().forEach(Runnable::run);
      }
      deletions.finish();
    } catch (InterruptedException e) {
      calls.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when {@code close} has been called, before it has ended. */
  void awaitStopping() throws InterruptedException {
    stopping.await();
  }

  private void receiveUntilStopped() {
    int most = settings.callsOfAReceive();
    while (!isStopping()) {
      try {
        if (places.tryAcquire(most, LONG_POLL_SECONDS, TimeUnit.SECONDS)) {
          int begun = 0;
          try {
            begun = begin(receive(most * settings.batchSize()));
          } finally {
            places.release(most - begun);
          }
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private List<Message> receive(int most) throws InterruptedException {
    try {
      return sqs.receiveMessage(
              r ->
                  r.queueUrl(settings.queueUrl())
                      .maxNumberOfMessages(most)
                      .waitTimeSeconds(LONG_POLL_SECONDS)
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                      .messageAttributeNames("All"))
          .messages();
    } catch (SdkException e) {
      if (!isStopping()) {
        LOG.warn(
            "The queue {} did not answer and is asked again: {}",
            settings.queueUrl(),
            e.getMessage());
      }
      stopping.await(PAUSE_AFTER_AN_ERROR.toMillis(), TimeUnit.MILLISECONDS);
      return List.of();
    }
  }

  /** Hands the messages on, and gives the number of calls that they make. */
  private int begin(List<Message> messages) {
    List<List<Message>> batches = new ArrayList<>();
    for (int from = 0; from < messages.size(); from += settings.batchSize()) {
      int to = Math.min(messages.size(), from + settings.batchSize());
      batches.add(messages.subList(from, to));
    }
    batches.forEach(batch -> calls.execute(() -> call(batch)));
    return batches.size();
  }

  private void call(List<Message> messages) {
    try {
      if (isStopping()) {
        giveBack(messages);
      } else {
        String answer = function.apply(json.event(messages));
        EventJson.done(messages, answer).forEach(done -> deletions.add(done.receiptHandle()));
      }
    } catch (RuntimeException e) {
      LOG.info("A call failed with {}; its messages come again", e.getClass().getName());
    } finally {
      places.release();
    }
  }

  private void giveBack(List<Message> messages) {
    for (Message message : messages) {
      sqs.changeMessageVisibility(
          r ->
              r.queueUrl(settings.queueUrl())
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(0));
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private static ThreadFactory daemons() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "event-source-call-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
