package io.tributary;

import io.tributary.attribution.AttributionEndpoints;
import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.warehouse.WarehouseTarget;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What the pipeline has to know of where it runs.
 *
 * @param bucket the project's bucket
 * @param requestQueueUrl the queue of requests to the attribution service
 * @param services where the attribution service answers
 * @param patience how long a worker keeps trying
 * @param pause how a worker waits between calls
 * @param workers how many requests the deployed event source hands out at once; empty where it
 *     takes the project's own number
 */
public record Settings(
    String bucket,
    WarehouseTarget warehouse,
    String requestQueueUrl,
    AttributionEndpoints services,
    Patience patience,
    Pause pause,
    Clock clock,
    OptionalInt workers) {
  public Settings {
    Objects.requireNonNull(bucket);
    Objects.requireNonNull(warehouse);
    Objects.requireNonNull(requestQueueUrl);
    Objects.requireNonNull(services);
    Objects.requireNonNull(patience);
    Objects.requireNonNull(pause);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(workers);
  }
}
