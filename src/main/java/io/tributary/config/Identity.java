package io.tributary.config;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * What identifies a person, and the guard rails that keep strangers apart.
 *
 * @param identifiers as the project file lists them
 * @param maxProfileSize the most identifiers of all types in one profile; empty for any
 */
public record Identity(List<IdentifierRule> identifiers, OptionalInt maxProfileSize) {
  public Identity {
    identifiers = List.copyOf(identifiers);
    if (identifiers.isEmpty()) {
      throw new IllegalArgumentException("Somebody is known by at least one identifier");
    }
    if (maxProfileSize.orElse(1) < 1) {
      throw new IllegalArgumentException("A profile holds at least 1 identifier");
    }
  }

  /** What a project goes by that has no identity: the sources' own user_id is the profile. */
  public static Identity ofUsers() {
    return new Identity(
        List.of(new IdentifierRule("user_id", 1, OptionalInt.empty(), List.of(), List.of())),
        OptionalInt.empty());
  }

  /** The identifiers in order of priority, the highest first. */
  public List<IdentifierRule> byPriority() {
    return identifiers.stream().sorted(Comparator.comparingInt(IdentifierRule::priority)).toList();
  }

  /** Whether events of the source carry identifiers. */
  public boolean reads(String source) {
    return identifiers.stream().anyMatch(rule -> rule.reads(source));
  }
}
