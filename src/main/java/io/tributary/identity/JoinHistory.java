package io.tributary.identity;

import java.util.Arrays;

/**
 * Remembers by which event sets became one, and says of any two members which event that was.
 *
 * <p>The smaller set hangs below the larger one and no path is shortened, so a path to the root is
 * no longer than the logarithm of the count, and its events come in order.
 */
final class JoinHistory {
  private static final int ROOT = Integer.MAX_VALUE;

  private final int[] parents;
  private final int[] sizes;
  private final int[] events;

  JoinHistory(int count) {
    parents = new int[count + 1];
    Arrays.setAll(parents, number -> number);
    sizes = new int[count + 1];
    Arrays.fill(sizes, 1);
    events = new int[count + 1];
    Arrays.fill(events, ROOT);
  }

  /** Joins two members' sets by an event, no smaller than those before. */
  void join(int one, int other, int event) {
    int first = root(one);
    int second = root(other);
    if (first == second) {
      return;
    }
    int larger = sizes[first] >= sizes[second] ? first : second;
    int smaller = larger == first ? second : first;
    parents[smaller] = larger;
    sizes[larger] += sizes[smaller];
    events[smaller] = event;
  }

  /** The event after which the two were first in one set; 0 if they never were. */
  int eventThatJoined(int one, int other) {
    int left = one;
    int right = other;
    int event = 0;
    while (left != right) {
      if (events[left] > events[right]) {
        int swapped = left;
        left = right;
        right = swapped;
      }
      if (events[left] == ROOT) {
        return 0;
      }
      event = events[left];
      left = parents[left];
    }
    return event;
  }

  private int root(int number) {
    int at = number;
    while (parents[at] != at) {
      at = parents[at];
    }
    return at;
  }
}
