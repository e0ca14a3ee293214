package io.tributary.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Values over all profiles, which the queries of attributes read.
 *
 * @param maxAge after so long a value is calculated anew
 */
public record Context(List<ContextKey> keys, Duration maxAge) {
  public Context {
    keys = List.copyOf(keys);
    Objects.requireNonNull(maxAge);
  }

  /** A value and the query that gives it. */
  public record ContextKey(String key, String query) {
    public ContextKey {
      Objects.requireNonNull(key);
      Objects.requireNonNull(query);
    }
  }
}
