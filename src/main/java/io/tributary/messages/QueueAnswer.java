package io.tributary.messages;

import java.util.List;

/** The partial batch answer: the messages that go back to the queue. */
public record QueueAnswer(List<Failure> batchItemFailures) {
  public QueueAnswer {
    batchItemFailures = List.copyOf(batchItemFailures);
  }

  /** A message that was not dealt with. */
  public record Failure(String itemIdentifier) {}

  /** Every message was dealt with. */
  public static QueueAnswer done() {
    return new QueueAnswer(List.of());
  }

  /** This message goes back to the queue and comes again after its visibility timeout. */
  public static QueueAnswer returned(String messageId) {
    return new QueueAnswer(List.of(new Failure(messageId)));
  }
}
