package io.tributary.local.queues;

import java.time.Duration;
import java.util.Objects;

/**
 * How a queue calls its function.
 *
 * @param queueUrl the queue that is polled
 * @param batchSize the most messages of a call, 1 to 10
 * @param maximumConcurrency the most calls under way at once
 * @param stopWithin how long {@code close} waits for the calls under way before it interrupts them
 */
public record EventSourceSettings(
    String queueUrl, int batchSize, int maximumConcurrency, Duration stopWithin) {
  static final int LARGEST_RECEIVE = 10;

  public EventSourceSettings {
    Objects.requireNonNull(queueUrl);
    Objects.requireNonNull(stopWithin);
    if (batchSize < 1 || batchSize > LARGEST_RECEIVE) {
      throw new IllegalArgumentException("The batch size must be 1 to 10, not " + batchSize + ".");
    }
    if (maximumConcurrency < 1) {
      throw new IllegalArgumentException(
          "The maximum concurrency must be at least 1, not " + maximumConcurrency + ".");
    }
  }

  /** One message a call, and 10 seconds for the last ones when it stops. */
  public static EventSourceSettings of(String queueUrl, int maximumConcurrency) {
    return new EventSourceSettings(queueUrl, 1, maximumConcurrency, Duration.ofSeconds(10));
  }

  /** Calls whose messages one receive may bring: enough to keep busy, few enough not to wait. */
  int callsOfAReceive() {
    return Math.max(1, Math.min(LARGEST_RECEIVE / batchSize, maximumConcurrency / 2));
  }

  /** Receives at once, such that no more calls wait for a place than can be under way. */
  int receivers() {
    return Math.max(1, Math.min(3, maximumConcurrency / callsOfAReceive()));
  }
}
