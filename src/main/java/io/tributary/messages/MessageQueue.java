package io.tributary.messages;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/** The queue that a step's messages come from. */
public final class MessageQueue {
  private static final Logger LOG = LoggerFactory.getLogger(MessageQueue.class);
  private static final Duration LONGEST = Duration.ofHours(12);

  private final SqsClient sqs;
  private final String url;

  public MessageQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * Gives the message back, to come again after the delay (whole seconds, rounded up, at most 12
   * hours). A message that the queue has taken back already comes when the queue sees fit.
   */
  public QueueAnswer returnAfter(QueueEvent.Message message, Duration delay) {
    Duration within = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    int seconds = Math.toIntExact(within.plusNanos(999_999_999).toSeconds());
    try {
      sqs.changeMessageVisibility(
          r -> r.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
    } catch (MessageNotInflightException | ReceiptHandleIsInvalidException e) {
      LOG.info("Message {} is back in its queue already", message.messageId());
    }
    return QueueAnswer.returned(message.messageId());
  }
}
