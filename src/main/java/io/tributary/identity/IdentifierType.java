package io.tributary.identity;

import java.util.Objects;

/**
 * A type of identifier as stitching sees it.
 *
 * @param limit the most identifiers of this type that a profile may hold, {@link #UNLIMITED} for
 *     any
 */
public record IdentifierType(String name, int limit) {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public IdentifierType {
    Objects.requireNonNull(name);
    if (limit < 1) {
      throw new IllegalArgumentException("A profile holds at least 1 identifier of type " + name);
    }
  }

  boolean limited() {
    return limit != UNLIMITED;
  }
}
