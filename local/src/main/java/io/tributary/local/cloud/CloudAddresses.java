package io.tributary.local.cloud;

import io.tributary.warehouse.WarehouseTarget;
import java.net.URI;

/**
 * Where a local cloud's services answer, for functions in another process.
 *
 * @param attribution the stand-in for the attribution service
 * @param requestQueueUrl the queue of requests
 */
public record CloudAddresses(
    URI objects,
    URI queues,
    URI states,
    URI redshiftData,
    URI secrets,
    URI attribution,
    String bucket,
    WarehouseTarget warehouse,
    String requestQueueUrl) {}
