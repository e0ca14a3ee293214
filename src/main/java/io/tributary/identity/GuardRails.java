package io.tributary.identity;

import io.tributary.config.IdentifierRule;
import io.tributary.config.Identity;
import java.util.List;

/**
 * How large a profile may become.
 *
 * @param types in order of priority, the highest first; elsewhere a type is its place here from 1
 * @param maxProfileSize the most identifiers of all types, {@link IdentifierType#UNLIMITED} for any
 */
public record GuardRails(List<IdentifierType> types, int maxProfileSize) {
  private static final int MOST_TYPES = Byte.MAX_VALUE;

  public GuardRails {
    types = List.copyOf(types);
    if (types.isEmpty() || types.size() > MOST_TYPES) {
      throw new IllegalArgumentException("There are 1 to " + MOST_TYPES + " identifier types");
    }
    if (maxProfileSize < 1) {
      throw new IllegalArgumentException("A profile holds at least 1 identifier");
    }
  }

  /** The guard rails that a project's identity sets. */
  static GuardRails of(Identity identity) {
    List<IdentifierType> types = identity.byPriority().stream().map(GuardRails::type).toList();
    return new GuardRails(types, identity.maxProfileSize().orElse(IdentifierType.UNLIMITED));
  }

  private static IdentifierType type(IdentifierRule rule) {
    return new IdentifierType(rule.name(), rule.limit().orElse(IdentifierType.UNLIMITED));
  }

  /** The type at the place, counted from 1. */
  IdentifierType type(int place) {
    return types.get(place - 1);
  }

  boolean sizeLimited() {
    return maxProfileSize != IdentifierType.UNLIMITED;
  }
}
