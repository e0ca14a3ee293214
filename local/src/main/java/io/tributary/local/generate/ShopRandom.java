package io.tributary.local.generate;

/**
 * Numbers that depend on the seed alone, on every JDK: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", 2014) and strict mathematics.
 */
final class ShopRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double TO_UNIT = 0x1.0p-53;

  private long state;

  private ShopRandom(long state) {
    this.state = state;
  }

  /** An independent sequence for each number of each purpose. */
  static ShopRandom of(long seed, String purpose, long number) {
    return new ShopRandom(mix(mix(seed + purpose.hashCode() * GOLDEN_GAMMA) + number));
  }

  /** A bijection of 64 bits: different values never meet. */
  static long mix(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    long value = mix(state);
    state += GOLDEN_GAMMA;
    return value;
  }

  /** From 0 inclusive to 1 exclusive. */
  double unit() {
    return (next() >>> 11) * TO_UNIT;
  }

  /** From 0 inclusive to the bound exclusive. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Mean 0 and standard deviation 1 (Box and Muller). */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** The exponential of a normal variable: its median is that of the arguments. */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  /** The index of a weight, with the probability of its share. */
  int pick(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = unit() * total;
    for (int index = 0; index < weights.length; index++) {
      left -= weights[index];
      if (left < 0) {
        return index;
      }
    }
    return heaviest(weights);
  }

  /** Where rounding left nothing to pick. */
  private static int heaviest(double[] weights) {
    int heaviest = 0;
    for (int index = 1; index < weights.length; index++) {
      if (weights[index] > weights[heaviest]) {
        heaviest = index;
      }
    }
    return heaviest;
  }
}
