package io.tributary;

import io.tributary.attribution.AttributionEndpoints;
import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.warehouse.WarehouseTarget;
import java.time.Clock;
import java.util.Objects;

/**
 * What the pipeline has to know of where it runs.
 *
 * @param bucket the project's bucket
 * @param requestQueueUrl the queue of requests to the attribution service
 * @param services where the attribution service answers
 * @param patience how long a worker keeps trying
 * @param pause how a worker waits between calls
 */
public record Settings(
    String bucket,
    WarehouseTarget warehouse,
    String requestQueueUrl,
    AttributionEndpoints services,
    Patience patience,
    Pause pause,
    Clock clock) {
  public Settings {
    Objects.requireNonNull(bucket);
    Objects.requireNonNull(warehouse);
    Objects.requireNonNull(requestQueueUrl);
    Objects.requireNonNull(services);
    Objects.requireNonNull(patience);
    Objects.requireNonNull(pause);
    Objects.requireNonNull(clock);
  }
}
