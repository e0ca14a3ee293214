package io.tributary.expression;

import java.math.BigDecimal;

/**
 * Between which powers of ten a number other than 0 lies, whatever the data: what keeps arithmetic
 * from leaving the range of floating point numbers, which would fail a statement.
 *
 * @param smallest the number's size is at least 10 to this power
 * @param largest the number's size is below 10 to this power
 * @param grain what is left when two such numbers nearly cancel is at least 10 to this power: all
 *     are multiples of their last bit, and so are sums of them
 */
record Magnitude(int smallest, int largest, int grain) {
  /** The 53 bits of a number, as powers of ten. */
  private static final int BITS = 17;

  /** What a text or a column may be; beyond that it is null. */
  static final Magnitude OF_DATA = new Magnitude(-44, 39, -44 - BITS);

  static final Magnitude OF_INTEGERS = new Magnitude(0, 19, 0);

  private static final int LIMIT = 300;

  static Magnitude of(BigDecimal value) {
    int power = value.precision() - value.scale();
    return value.signum() == 0
        ? new Magnitude(0, 0, 0)
        : new Magnitude(power - 1, power, power - 1 - BITS);
  }

  Magnitude plus(Magnitude other) {
    int least = Math.min(grain, other.grain);
    return new Magnitude(least, Math.max(largest, other.largest) + 1, least);
  }

  Magnitude times(Magnitude other) {
    int least = smallest + other.smallest;
    int finest = Math.max(grain + other.grain, least - BITS);
    return new Magnitude(least, largest + other.largest, finest);
  }

  Magnitude over(Magnitude other) {
    int least = smallest - other.largest;
    return new Magnitude(least, largest - other.smallest, least - BITS);
  }

  Magnitude or(Magnitude other) {
    return new Magnitude(
        Math.min(smallest, other.smallest),
        Math.max(largest, other.largest),
        Math.min(grain, other.grain));
  }

  boolean isSafe() {
    return smallest >= -LIMIT && largest <= LIMIT;
  }
}
