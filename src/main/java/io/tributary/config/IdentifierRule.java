package io.tributary.config;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A type of identifier.
 *
 * @param priority the smallest number goes first
 * @param limit the most identifiers of this type in one profile; empty for any
 * @param block values that identify nobody: a text equals the value, one that begins with {@code
 *     regex:} finds in it
 * @param from which events carry it and where in them; the first that fits an event counts
 */
public record IdentifierRule(
    String name, int priority, OptionalInt limit, List<String> block, List<IdentifierOrigin> from) {
  private static final String PATTERN = "regex:";

  public IdentifierRule {
    Objects.requireNonNull(name);
    block = List.copyOf(block);
    from = List.copyOf(from);
    if (limit.orElse(1) < 1) {
      throw new IllegalArgumentException("A profile holds at least 1 identifier of " + name);
    }
  }

  /** Where events of the source carry it. */
  public List<IdentifierOrigin> from(String source) {
    return from.stream().filter(origin -> origin.source().equals(source)).toList();
  }

  /** Whether events of the source carry it. */
  public boolean reads(String source) {
    return !from(source).isEmpty();
  }

  /** The values that are blocked as they are. */
  public List<String> blockedValues() {
    return block.stream().filter(entry -> !entry.startsWith(PATTERN)).toList();
  }

  /** The regular expressions that block the values in which they find something. */
  public List<String> blockedPatterns() {
    return block.stream()
        .filter(entry -> entry.startsWith(PATTERN))
        .map(entry -> entry.substring(PATTERN.length()))
        .toList();
  }
}
