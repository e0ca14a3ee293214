package io.tributary.attribution;

import java.util.Arrays;

/** A request that is being filled with journeys, known by their positions in the caller's list. */
final class OpenRequest {
  private final RequestLimits limits;
  private final int number;
  private int[] positions = new int[8];
  private int journeys;
  private int sessions;

  OpenRequest(RequestLimits limits, int number) {
    this.limits = limits;
    this.number = number;
  }

  boolean fits(int size) {
    return journeys < limits.journeys() && sessions + size <= limits.sessions();
  }

  void add(int position, int size) {
    if (journeys == positions.length) {
      positions = Arrays.copyOf(positions, 2 * journeys);
    }
    positions[journeys++] = position;
    sessions += size;
  }

  int number() {
    return number;
  }

  int journeys() {
    return journeys;
  }

  /** Sessions beyond the first of each journey. */
  int excess() {
    return sessions - journeys;
  }

  /** The journeys' positions, ascending. */
  int[] positions() {
    int[] sorted = Arrays.copyOf(positions, journeys);
    Arrays.sort(sorted);
    return sorted;
  }
}
