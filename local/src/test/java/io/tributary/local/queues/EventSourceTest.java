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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** Which messages a function gets, and which are gone after it. */
class EventSourceTest extends EventSources {
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
}
