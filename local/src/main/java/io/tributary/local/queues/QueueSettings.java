package io.tributary.local.queues;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A queue to be created.
 *
 * @param visibilityTimeout how long a received message stays hidden, in whole seconds up to 12 h
 * @param deadLetters where messages go that were received too often
 */
public record QueueSettings(
    String name, Duration visibilityTimeout, Optional<DeadLetters> deadLetters) {
  private static final Duration LONGEST = Duration.ofHours(12);

  public QueueSettings {
    Objects.requireNonNull(deadLetters);
    if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
      throw new IllegalArgumentException(
          "The queue name '" + name + "' must be 1 to 80 letters, digits, '-' or '_'.");
    }
    if (visibilityTimeout.isNegative() || visibilityTimeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The visibility timeout of " + name + " must lie between 0 and 12 hours.");
    }
  }

  /**
   * @param queue the name of a queue that exists
   * @param maxReceiveCount receives after which the next one moves the message
   */
  public record DeadLetters(String queue, int maxReceiveCount) {
    public DeadLetters {
      if (maxReceiveCount < 1 || maxReceiveCount > 1000) {
        throw new IllegalArgumentException(
            "maxReceiveCount must lie between 1 and 1000, not be " + maxReceiveCount + ".");
      }
    }
  }
}
