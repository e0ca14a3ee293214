package io.tributary.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What is known about profiles.
 *
 * @param maxAge after so long a profile's attributes are calculated anew, also without new events
 */
public record Attributes(List<AttributeRule> definitions, Duration maxAge) {
  public Attributes {
    definitions = List.copyOf(definitions);
    Objects.requireNonNull(maxAge);
  }
}
