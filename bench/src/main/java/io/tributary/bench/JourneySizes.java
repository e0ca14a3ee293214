package io.tributary.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Sessions of a journey: 1 to 40, the chance of n being in proportion to n^-1.9; on average 3. */
final class JourneySizes {
  private static final int LONGEST = 40;
  private static final double EXPONENT = -1.9;

  private final SplittableRandom random;
  private final double[] atMost = new double[LONGEST];

  JourneySizes(SplittableRandom random) {
    this.random = random;
    double sum = 0;
    for (int size = 1; size <= LONGEST; size++) {
      sum += Math.pow(size, EXPONENT);
      atMost[size - 1] = sum;
    }
  }

  int next() {
    double drawn = random.nextDouble() * atMost[LONGEST - 1];
    int found = Arrays.binarySearch(atMost, drawn);
    return 1 + (found < 0 ? -found - 1 : found);
  }
}
