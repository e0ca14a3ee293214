package io.tributary.local.queues;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.json.Json;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventSourceTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long PATIENCE_SECONDS = 30;

  private static Queues queues;

  @BeforeAll
  static void start() {
    queues = new Queues();
  }

  @AfterAll
  static void stop() {
    queues.close();
  }

  @Test
  void callsTheFunctionOnceAMessageAndDeletesIt() throws Exception {
    String url = queues.queue(HOUR);
    queues.send(url, 25);
    BlockingQueue<QueueEvent> events = new LinkedBlockingQueue<>();

    EventSource source = source(url, 4, answering(events, QueueAnswer.done()));
    try {
      for (int n = 0; n < 25; n++) {
        QueueEvent event = next(events);
        assertThat(event.records()).hasSize(1);
        assertThat(event.records().get(0).attributes())
            .containsEntry("ApproximateReceiveCount", "1");
      }
    } finally {
      source.close();
    }

    assertThat(events).isEmpty();
    assertThat(queues.visible(url) + queues.hidden(url)).isZero();
  }

  @Test
  void keepsOnlyTheMessagesThatTheAnswerNames() throws Exception {
    String url = queues.queue(HOUR);
    queues.send(url, 10);
    AtomicInteger seen = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(10);
    UnaryOperator<String> everySecondFails =
        event -> {
          List<QueueAnswer.Failure> failures =
              read(event).records().stream()
                  .filter(message -> seen.incrementAndGet() % 2 == 0)
                  .map(message -> new QueueAnswer.Failure(message.messageId()))
                  .toList();
          read(event).records().forEach(message -> all.countDown());
          return text(new QueueAnswer(failures));
        };

    EventSourceSettings batches = new EventSourceSettings(url, 10, 1, HOUR);
    EventSource source = EventSource.start(queues.sqs, batches, everySecondFails);
    try {
      assertThat(all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      source.close();
    }

    assertThat(queues.hidden(url)).isEqualTo(5);
    assertThat(queues.visible(url)).isZero();
  }

  @Test
  void bringsAMessageAgainWhoseCallFailed() throws Exception {
    String url = queues.queue(Duration.ofSeconds(1));
    queues.send(url, 1);
    BlockingQueue<QueueEvent> events = new LinkedBlockingQueue<>();
    AtomicBoolean failed = new AtomicBoolean();
    UnaryOperator<String> failingOnce =
        event -> {
          events.add(read(event));
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("the first call fails");
          }
          return "{}";
        };

    EventSource source = source(url, 1, failingOnce);
    try {
      QueueEvent.Message first = next(events).records().get(0);
      QueueEvent.Message second = next(events).records().get(0);

      assertThat(second.messageId()).isEqualTo(first.messageId());
      assertThat(second.attributes()).containsEntry("ApproximateReceiveCount", "2");
    } finally {
      source.close();
    }
    assertThat(queues.visible(url) + queues.hidden(url)).isZero();
  }

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

  @Test
  void givesBackWhatItHadNotBegunWhenItStops() throws Exception {
    String url = queues.queue(HOUR);
    queues.send(url, 5);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    UnaryOperator<String> function =
        event -> {
          begun.countDown();
          await(go);
          return "{}";
        };
    EventSource source = source(url, 1, function);
    assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(source::close);
    assertThat(closing).isNotDone();
    source.awaitStopping();
    go.countDown();
    closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

    assertThat(queues.visible(url)).isEqualTo(4);
    assertThat(queues.hidden(url)).isZero();
  }

  @Test
  void interruptsACallThatOutlastsTheStop() throws Exception {
    String url = queues.queue(HOUR);
    queues.send(url, 3);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    UnaryOperator<String> function =
        event -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          throw new IllegalStateException("interrupted");
        };
    EventSource source =
        EventSource.start(
            queues.sqs, new EventSourceSettings(url, 1, 1, Duration.ofMillis(1)), function);
    assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    source.close();

    assertThat(interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(queues.visible(url)).isEqualTo(2);
    assertThat(queues.hidden(url)).isEqualTo(1);
  }

  @Test
  void asksAgainWhenTheQueueDidNotAnswer() throws Exception {
    String url = queues.queue(HOUR);
    queues.send(url, 1);
    BlockingQueue<QueueEvent> events = new LinkedBlockingQueue<>();
    AtomicBoolean failed = new AtomicBoolean();
    ExecutionInterceptor failingOnce =
        interceptor(
            request -> {
              if (request instanceof ReceiveMessageRequest && failed.compareAndSet(false, true)) {
                throw SdkClientException.create("the first receive fails");
              }
            });

    try (SqsClient sqs = queues.client(failingOnce)) {
      EventSource source =
          EventSource.start(
              sqs, EventSourceSettings.of(url, 1), answering(events, QueueAnswer.done()));
      try {
        assertThat(next(events).records()).hasSize(1);
      } finally {
        source.close();
      }
    }
    assertThat(failed).isTrue();
  }

  @Test
  void refusesSettingsThatLambdaRefuses() {
    assertThatThrownBy(() -> new EventSourceSettings("q", 11, 1, HOUR))
        .hasMessageContaining("1 to 10, not 11");
    assertThatThrownBy(() -> EventSourceSettings.of("q", 0)).hasMessageContaining("at least 1");
  }

  private static EventSource source(String url, int concurrency, UnaryOperator<String> function) {
    return EventSource.start(
        queues.sqs, new EventSourceSettings(url, 1, concurrency, HOUR), function);
  }

  private static UnaryOperator<String> answering(
      BlockingQueue<QueueEvent> events, QueueAnswer answer) {
    return event -> {
      events.add(read(event));
      return text(answer);
    };
  }

  private static QueueEvent next(BlockingQueue<QueueEvent> events) throws InterruptedException {
    QueueEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(event).as("an event within %s s", PATIENCE_SECONDS).isNotNull();
    return event;
  }

  private static QueueEvent read(String event) {
    return Json.read(event.getBytes(UTF_8), QueueEvent.class);
  }

  private static String text(QueueAnswer answer) {
    return new String(Json.bytes(answer), UTF_8);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
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

  private static ExecutionInterceptor interceptor(Consumer<SdkRequest> seen) {
    return new ExecutionInterceptor() {
      @Override
      public void beforeExecution(
          Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
        seen.accept(context.request());
      }
    };
  }
}
