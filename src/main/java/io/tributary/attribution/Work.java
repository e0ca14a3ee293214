package io.tributary.attribution;

import io.tributary.config.Ihc;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that a worker has claimed, and what it needs to call for it.
 *
 * @param key empty where the service needs none
 * @param deadline when the platform ends the worker
 */
record Work(
    RequestMessage request,
    Ihc ihc,
    Optional<String> key,
    Claim claim,
    Progress progress,
    Instant deadline) {
  Work {
    Objects.requireNonNull(request);
    Objects.requireNonNull(claim);
  }

  /** Without the key, which is in no log. */
  @Override
  public String toString() {
    return request.toString();
  }
}
