package io.tributary.identity;

import java.util.BitSet;

/** What happened in an ordered pass, as far as it may explain that a profile's id changed. */
final class Causes {
  private final Identifiers identifiers;
  private final JoinHistory history;
  private final int[] members;
  private final int[] firstEvents;
  private final BitSet freshFirst = new BitSet();
  private final int[] firstFreshJoins;
  private final int[] firstFreshEvents;

  /** Begins with the profiles as they were before, each in one piece, and with the corrections. */
  Causes(Identifiers identifiers, Corrections corrections) {
    this.identifiers = identifiers;
    int count = identifiers.count();
    history = new JoinHistory(count);
    members = new int[identifiers.largestProfileBefore() + 1];
    firstEvents = new int[count + 1];
    firstFreshJoins = new int[count + 1];
    firstFreshEvents = new int[count + 1];
    for (int identifier = 1; identifier <= count; identifier++) {
      int before = identifiers.profileBefore(identifier);
      if (members[before] == 0) {
        members[before] = identifier;
      } else if (before != 0) {
        history.join(members[before], identifier, 0);
      }
    }
    corrections.same().forEach(pair -> history.join(pair.one(), pair.other(), 0));
  }

  /** The next event of the pass carries the identifier. */
  void carried(int identifier, OrderedEvents events) {
    if (firstEvents[identifier] == 0) {
      firstEvents[identifier] = events.event();
      freshFirst.set(identifier, events.fresh());
    }
    noteFresh(firstFreshEvents, identifier, events);
  }

  /** The next event of the pass made one profile of two. */
  void joined(int one, int other, OrderedEvents events) {
    history.join(one, other, events.event());
    noteFresh(firstFreshJoins, one, events);
  }

  /** The event that connected what was the profile before with the identifier, 0 if none did. */
  int eventThatJoined(int profileBefore, int identifier) {
    return history.eventThatJoined(members[profileBefore], identifier);
  }

  /** The new event by which the identifier is now seen first, 0 if an old one is its first. */
  int freshFirstEvent(int identifier) {
    return freshFirst.get(identifier) ? firstEvents[identifier] : 0;
  }

  /**
   * The event from which on the pass may have differed from the one before: in the identifier's
   * component the first new event that joined anything, else the first new one; 0 if none is new.
   */
  int firstDifference(int identifier) {
    int component = identifiers.components().first(identifier);
    return firstFreshJoins[component] != 0
        ? firstFreshJoins[component]
        : firstFreshEvents[component];
  }

  private void noteFresh(int[] events, int identifier, OrderedEvents current) {
    if (current.fresh()) {
      int component = identifiers.components().first(identifier);
      if (events[component] == 0) {
        events[component] = current.event();
      }
    }
  }
}
