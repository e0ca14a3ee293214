package io.tributary.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which profiles must stay apart because of an operator's correction. */
final class DifferentPersons {
  /** By a profile's first number, the identifiers of other persons than its own. */
  private final Map<Integer, Set<Integer>> strangers = new HashMap<>();

  DifferentPersons(Corrections corrections) {
    for (Corrections.Pair pair : corrections.different()) {
      strangers.computeIfAbsent(pair.one(), first -> new HashSet<>()).add(pair.other());
      strangers.computeIfAbsent(pair.other(), first -> new HashSet<>()).add(pair.one());
    }
  }

  /** Whether two profiles, each named by its first number, hold a pair of different persons. */
  boolean apart(int one, int other, Components profiles) {
    if (strangers.isEmpty()) {
      return false;
    }
    Set<Integer> ofOne = strangers.getOrDefault(one, Set.of());
    Set<Integer> ofOther = strangers.getOrDefault(other, Set.of());
    return ofOne.size() <= ofOther.size()
        ? holdsAny(other, ofOne, profiles)
        : holdsAny(one, ofOther, profiles);
  }

  /** Follows the join of two profiles into the first. */
  void join(int first, int second) {
    Set<Integer> more = strangers.remove(second);
    if (more == null) {
      return;
    }
    strangers.merge(first, more, DifferentPersons::union);
  }

  private static boolean holdsAny(int profile, Set<Integer> identifiers, Components profiles) {
    return identifiers.stream().anyMatch(identifier -> profiles.first(identifier) == profile);
  }

  /** Into the larger, so that many joins stay cheap. */
  private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
    Set<Integer> larger = one.size() >= other.size() ? one : other;
    larger.addAll(larger == one ? other : one);
    return larger;
  }
}
