package io.tributary.local.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What becomes of messages when the source stops. */
class EventSourceStopTest extends EventSources {
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

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
