package io.tributary.identity;

/**
 * Disjoint sets over the numbers 1 to n in 4 bytes a number. A set is named by its smallest number.
 *
 * <p>Rem's algorithm with splicing: the fastest of the measured ones in Patwary, Blair and Manne,
 * "Experiments on Union-Find Algorithms for the Disjoint-Set Data Structure" (SEA 2010), and one
 * whose parents are never larger than their children, so that a root is its set's smallest number.
 */
final class Components {
  private final int[] parents;

  Components(int count) {
    parents = new int[count + 1];
    for (int number = 0; number <= count; number++) {
      parents[number] = number;
    }
  }

  int count() {
    return parents.length - 1;
  }

  /** Makes one set of the two numbers' sets; false if they were one already. */
  boolean join(int one, int other) {
    int higher = one;
    int lower = other;
    while (parents[higher] != parents[lower]) {
      if (parents[higher] < parents[lower]) {
        int swapped = higher;
        higher = lower;
        lower = swapped;
      }
      int parent = parents[higher];
      parents[higher] = parents[lower];
      if (parent == higher) {
        return true;
      }
      higher = parent;
    }
    return false;
  }

  /** The smallest number of the set that the number is in. */
  int first(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Leads every number straight to its set's first, so that reading them all is one pass. */
  void flatten() {
    for (int number = 1; number < parents.length; number++) {
      parents[number] = parents[parents[number]];
    }
  }
}
