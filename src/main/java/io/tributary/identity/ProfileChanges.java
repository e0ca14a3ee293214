package io.tributary.identity;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Compares the profiles before with those now. */
final class ProfileChanges {
  private final Identifiers identifiers;
  private final Labels labels;
  private final Causes causes;
  private final BitSet scattered = new BitSet();
  private final BitSet mixed = new BitSet();

  ProfileChanges(Identifiers identifiers, Labels labels, Causes causes) {
    this.identifiers = identifiers;
    this.labels = labels;
    this.causes = causes;
    int[] into = new int[identifiers.largestProfileBefore() + 1];
    int[] from = new int[identifiers.count() + 1];
    stitchedBefore()
        .forEach(
            identifier -> {
              int before = identifiers.profileBefore(identifier);
              int now = labels.profile(identifier);
              note(into, before, now, scattered);
              note(from, now, before, mixed);
            });
  }

  /** The changes in order of the profile before, then of the one now. */
  List<ProfileChange> list() {
    return stitchedBefore()
        .filter(identifier -> identifiers.profileBefore(identifier) != labels.profile(identifier))
        .mapToLong(
            identifier ->
                (long) identifiers.profileBefore(identifier) << 32 | labels.profile(identifier))
        .sorted()
        .distinct()
        .mapToObj(pair -> change((int) (pair >>> 32), (int) pair))
        .toList();
  }

  private ProfileChange change(int before, int now) {
    if (scattered.get(before)) {
      int cause = causes.firstDifference(now);
      return new ProfileChange(ProfileChange.Kind.SPLIT, before, now, cause);
    }
    if (identifiers.profileBefore(now) == before) {
      int cause = causes.freshFirstEvent(now);
      return new ProfileChange(ProfileChange.Kind.RENAME, before, now, cause);
    }
    ProfileChange.Kind kind = mixed.get(now) ? ProfileChange.Kind.MERGE : ProfileChange.Kind.RENAME;
    return new ProfileChange(kind, before, now, causeOfJoining(before, now));
  }

  /**
   * Where no event joined the two, a correction did, as soon as an event brought what is to be one
   * person.
   */
  private int causeOfJoining(int before, int now) {
    int joined = causes.eventThatJoined(before, now);
    int first = joined == 0 ? causes.freshFirstEvent(now) : joined;
    return first == 0 ? causes.firstDifference(now) : first;
  }

  private IntStream stitchedBefore() {
    return IntStream.rangeClosed(1, identifiers.count())
        .filter(identifier -> identifiers.profileBefore(identifier) != 0);
  }

  /** Keeps the first partner of each profile, and marks those that have more than one. */
  private static void note(int[] partners, int profile, int partner, BitSet several) {
    if (partners[profile] == 0) {
      partners[profile] = partner;
    } else if (partners[profile] != partner) {
      several.set(profile);
    }
  }
}
