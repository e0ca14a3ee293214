package io.tributary.local.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.local.queues.QueueSettings.DeadLetters;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

class LocalQueuesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

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
  void createsAQueueWithItsVisibilityTimeout() {
    String url = queues.queue(Duration.ofSeconds(77));

    var attributes =
        queues
            .sqs
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();

    assertThat(attributes)
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "77")
        .containsEntry(
            QueueAttributeName.QUEUE_ARN,
            "arn:aws:sqs:us-east-1:000000000000:" + url.substring(url.lastIndexOf('/') + 1));
  }

  @Test
  void movesAMessageToTheDeadLettersAfterItsReceives() {
    String dead = queues.local.create(new QueueSettings("dead", MINUTE, Optional.empty()));
    String url =
        queues.local.create(
            new QueueSettings("work", Duration.ZERO, Optional.of(new DeadLetters("dead", 2))));
    queues.send(url, 1);

    assertThat(received(url)).isEqualTo(1);
    assertThat(received(url)).isEqualTo(1);
    assertThat(received(url)).isZero();
    assertThat(received(dead)).isEqualTo(1);
  }

  @Test
  void refusesDeadLettersToAQueueThatIsNotThere() {
    QueueSettings settings =
        new QueueSettings("orphan", MINUTE, Optional.of(new DeadLetters("nowhere", 2)));

    assertThatThrownBy(() -> queues.local.create(settings)).isInstanceOf(SqsException.class);
  }

  @Test
  void refusesSettingsThatSqsRefuses() {
    assertThatThrownBy(() -> new QueueSettings("a b", MINUTE, Optional.empty()))
        .hasMessageContaining("'a b'");
    assertThatThrownBy(() -> new QueueSettings("a", Duration.ofHours(13), Optional.empty()))
        .hasMessageContaining("12 hours");
    assertThatThrownBy(() -> new DeadLetters("dead", 0)).hasMessageContaining("maxReceiveCount");
  }

  private static int received(String url) {
    return queues.sqs.receiveMessage(r -> r.queueUrl(url)).messages().size();
  }
}
