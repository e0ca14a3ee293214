package io.tributary.attribution;

import java.net.URI;
import java.util.Objects;

/**
 * Where the attribution service answers.
 *
 * @param base address before {@code /v1/compute_ihc}
 * @param fingerprint which service it is, the same in every run: answers are kept under it
 * @param needsKey whether calls carry the project's key
 */
public record AttributionEndpoint(URI base, String fingerprint, boolean needsKey) {
  public AttributionEndpoint {
    Objects.requireNonNull(base);
    Objects.requireNonNull(fingerprint);
  }
}
