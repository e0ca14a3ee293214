package io.tributary.config;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The attribution service and how it may be called.
 *
 * @param apiKeySecret the name of the secret that holds the key, never the key
 * @param requestsPerSecond over all workers together
 * @param maxConcurrency calls under way at once, over all workers together
 * @param answersMaxAge how long a stored answer is used again
 * @param redistributionParameter passed on to the service as it is, in the order of the project
 *     file; empty for none
 * @param endpoint base address of the service; empty for the real one on AWS and the built-in
 *     stand-in in a local run
 * @param recording a file of the project folder with answers that the stand-in gives
 */
public record Ihc(
    String convTypeId,
    String apiKeySecret,
    int maxJourneysPerRequest,
    int maxSessionsPerRequest,
    double requestsPerSecond,
    int maxConcurrency,
    Duration answersMaxAge,
    Map<String, Object> redistributionParameter,
    Optional<URI> endpoint,
    Optional<String> recording) {
  public Ihc {
    Objects.requireNonNull(convTypeId);
    Objects.requireNonNull(apiKeySecret);
    if (maxJourneysPerRequest < 1 || maxSessionsPerRequest < 1 || maxConcurrency < 1) {
      throw new IllegalArgumentException("A limit of the attribution service is at least 1");
    }
    if (!(requestsPerSecond > 0) || answersMaxAge.isNegative()) {
      throw new IllegalArgumentException("A rate is above 0 and an age not below it");
    }
    redistributionParameter =
        Collections.unmodifiableMap(new LinkedHashMap<>(redistributionParameter));
  }
}
