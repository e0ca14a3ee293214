package io.tributary.attribution;

import io.tributary.config.Ihc;
import java.util.Objects;

/**
 * Which service a project calls: the one that it names, which wants its key, or else the usual one.
 *
 * @param usual the real service on AWS, the stand-in in a local run
 */
public record AttributionEndpoints(AttributionEndpoint usual) {
  public AttributionEndpoints {
    Objects.requireNonNull(usual);
  }

  /** The service of a project with this configuration. */
  public AttributionEndpoint of(Ihc ihc) {
    return ihc.endpoint()
        .map(address -> new AttributionEndpoint(address, address.toString(), true))
        .orElse(usual);
  }
}
