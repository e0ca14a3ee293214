package io.tributary.identity;

import java.util.Optional;

/** Profiles that grow by joins, each checked against the guard rails first. */
final class GuardedProfiles {
  private final Components profiles;
  private final DifferentPersons different;
  private final GuardRail[] rails;
  private final int[][] counts;

  /** Every identifier is a profile of its own, but for those that are corrected to be the same. */
  GuardedProfiles(Identifiers identifiers, GuardRails limits, Corrections corrections) {
    profiles = new Components(identifiers.count());
    different = new DifferentPersons(corrections);
    int places = limits.types().size() + 1;
    rails = new GuardRail[places];
    counts = new int[places][];
    for (int type = 1; type < places; type++) {
      if (limits.type(type).limited()) {
        rails[type] = GuardRail.typeLimit(type, limits.type(type).limit());
        counts[type] = count(identifiers, type);
      }
    }
    if (limits.sizeLimited()) {
      rails[0] = GuardRail.maxProfileSize(limits.maxProfileSize());
      counts[0] = count(identifiers, 0);
    }
    for (Corrections.Pair pair : corrections.same()) {
      int one = profiles.first(pair.one());
      int other = profiles.first(pair.other());
      if (one != other) {
        join(one, other);
      }
    }
  }

  /** The first number of the profile that the identifier is in. */
  int first(int identifier) {
    return profiles.first(identifier);
  }

  /**
   * What keeps two profiles, each named by its first number, from being one: a correction, else the
   * limit of the type with the highest priority, else the size.
   */
  Optional<GuardRail> refusal(int one, int other) {
    if (different.apart(one, other, profiles)) {
      return Optional.of(GuardRail.CORRECTION);
    }
    for (int type = 1; type < counts.length; type++) {
      if (breaks(type, one, other)) {
        return Optional.of(rails[type]);
      }
    }
    return breaks(0, one, other) ? Optional.of(rails[0]) : Optional.empty();
  }

  /** Makes two profiles one, each named by its first number. */
  void join(int one, int other) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    profiles.join(first, second);
    different.join(first, second);
    for (int[] count : counts) {
      if (count != null) {
        count[first] += count[second];
      }
    }
  }

  /** Only corrections bring a profile beyond a limit, and that keeps nobody else out. */
  private boolean breaks(int place, int one, int other) {
    int[] count = counts[place];
    return count != null
        && count[one] > 0
        && count[other] > 0
        && count[one] + count[other] > rails[place].limit();
  }

  private static int[] count(Identifiers identifiers, int type) {
    int[] count = new int[identifiers.count() + 1];
    for (int identifier = 1; identifier <= identifiers.count(); identifier++) {
      count[identifier] = type == 0 || identifiers.type(identifier) == type ? 1 : 0;
    }
    return count;
  }
}
