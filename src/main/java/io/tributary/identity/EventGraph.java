package io.tributary.identity;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Which events carry which identifiers, both ways, to walk from one identifier to another. */
final class EventGraph {
  private final long[] byEvent;
  private final long[] byIdentifier;

  /**
   * @param pairs event and identifier of each, the event in the upper half
   */
  EventGraph(LongStream pairs) {
    byEvent = pairs.sorted().distinct().toArray();
    byIdentifier =
        LongStream.of(byEvent).map(pair -> pair(lower(pair), upper(pair))).sorted().toArray();
  }

  static long pair(int upper, int lower) {
    return (long) upper << 32 | lower;
  }

  EventGraph without(LongPredicate pairs) {
    return new EventGraph(LongStream.of(byEvent).filter(pairs.negate()));
  }

  /** A step from an identifier over an event to another. */
  record Hop(int from, int event, int to) {}

  /**
   * The shortest way, of several the one with the smaller numbers; empty if there is none.
   *
   * @param count the largest number of an identifier
   */
  List<Hop> shortestWay(int from, int to, int count) {
    Hop[] reached = new Hop[count + 1];
    boolean[] seen = new boolean[byEvent.length];
    ArrayDeque<Integer> next = new ArrayDeque<>(List.of(from));
    reached[from] = new Hop(0, 0, from);
    while (!next.isEmpty() && reached[to] == null) {
      int identifier = next.remove();
      for (int at = start(byIdentifier, identifier); of(byIdentifier, at, identifier); at++) {
        int event = lower(byIdentifier[at]);
        int place = start(byEvent, event);
        if (!seen[place]) {
          seen[place] = true;
          for (; of(byEvent, place, event); place++) {
            int neighbour = lower(byEvent[place]);
            if (reached[neighbour] == null) {
              reached[neighbour] = new Hop(identifier, event, neighbour);
              next.add(neighbour);
            }
          }
        }
      }
    }
    return wayBack(reached, to);
  }

  private static List<Hop> wayBack(Hop[] reached, int to) {
    LinkedList<Hop> way = new LinkedList<>();
    for (Hop hop = reached[to]; hop != null && hop.event() != 0; hop = reached[hop.from()]) {
      way.addFirst(hop);
    }
    return way;
  }

  private static int start(long[] pairs, int upper) {
    int found = Arrays.binarySearch(pairs, pair(upper, 0));
    return found < 0 ? -found - 1 : found;
  }

  private static boolean of(long[] pairs, int place, int upper) {
    return place < pairs.length && upper(pairs[place]) == upper;
  }

  private static int upper(long pair) {
    return (int) (pair >>> 32);
  }

  private static int lower(long pair) {
    return (int) pair;
  }
}
