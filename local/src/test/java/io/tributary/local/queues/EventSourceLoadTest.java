package io.tributary.local.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** Many messages at once. */
class EventSourceLoadTest extends EventSources {
  /** Every call waits until all places are taken: the test ends only if they are. */
  @Test
  void reachesItsConcurrencyAndNeverExceedsIt() throws Exception {
    int concurrency = 16;
    String url = queues.queue(HOUR);
    queues.send(url, concurrency * 6);
    CyclicBarrier full = new CyclicBarrier(concurrency);
    CountDownLatch all = new CountDownLatch(concurrency * 6);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    UnaryOperator<String> function =
        event -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          meet(full);
          underWay.decrementAndGet();
          all.countDown();
          return "{}";
        };

    EventSource source = source(url, concurrency, function);
    try {
      assertThat(all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      source.close();
    }

    assertThat(most).hasValue(concurrency);
  }

  /** What keeps it quick, without a clock: requests bring and delete several messages each. */
  @Test
  void asksForSeveralMessagesAndDeletesSeveralAtOnce() throws Exception {
    int messages = 400;
    String url = queues.queue(HOUR);
    queues.send(url, messages);
    AtomicInteger receives = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(messages);
    UnaryOperator<String> function =
        event -> {
          all.countDown();
          return "{}";
        };

    try (SqsClient counting = queues.client(counting(receives, ReceiveMessageRequest.class))) {
      EventSource source = EventSource.start(counting, EventSourceSettings.of(url, 32), function);
      try {
        assertThat(all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        // 40 full ones, and those that found the queue empty or nearly so.
        assertThat(receives.get()).isLessThan(messages / 4);
      } finally {
        source.close();
      }
    }
    assertThat(queues.visible(url) + queues.hidden(url)).isZero();
  }

  @Test
  void deletesInBatchesWhatWasDoneWhileItDeleted() throws Exception {
    String url = queues.queue(HOUR);
    AtomicInteger deletes = new AtomicInteger();
    queues.send(url, 100);
    try (SqsClient counting = queues.client(counting(deletes, DeleteMessageBatchRequest.class))) {
      Deletions deletions = new Deletions(counting, url);
      for (int n = 0; n < 10; n++) {
        counting
            .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10))
            .messages()
            .forEach(message -> deletions.add(message.receiptHandle()));
      }
      deletions.finish();
    }

    assertThat(queues.visible(url) + queues.hidden(url)).isZero();
    assertThat(deletes.get()).isLessThan(50);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ExecutionInterceptor counting(
      AtomicInteger count, Class<? extends SdkRequest> type) {
    return interceptor(
        request -> {
          if (type.isInstance(request)) {
            count.incrementAndGet();
          }
        });
  }
}
