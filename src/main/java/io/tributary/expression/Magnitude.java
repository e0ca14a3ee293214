package io.tributary.expression;

import java.math.BigDecimal;

/**
 * Between which powers of ten a number other than 0 lies, whatever the data: what keeps arithmetic
 * from leaving the range of floating point numbers, which would fail a statement.
 *
 * @param smallest the number's size is at least 10 to this power
 * @param largest the number's size is below 10 to this power
 */
record Magnitude(int smallest, int largest) {
  /** What a text or a column may be; beyond that it is null. */
  static final Magnitude OF_DATA = new Magnitude(-44, 39);

  static final Magnitude OF_INTEGERS = new Magnitude(0, 19);

  private static final int LIMIT = 300;

  /** A difference of two numbers is no smaller than the last of their 53 bits. */
  private static final int LAST_BIT = 17;

  static Magnitude of(BigDecimal value) {
    int power = value.precision() - value.scale();
    return value.signum() == 0 ? new Magnitude(0, 0) : new Magnitude(power - 1, power);
  }

  Magnitude plus(Magnitude other) {
    return new Magnitude(
        Math.min(smallest, other.smallest) - LAST_BIT, Math.max(largest, other.largest) + 1);
  }

  Magnitude times(Magnitude other) {
    return new Magnitude(smallest + other.smallest, largest + other.largest);
  }

  Magnitude over(Magnitude other) {
    return new Magnitude(smallest - other.largest, largest - other.smallest);
  }

  Magnitude or(Magnitude other) {
    return new Magnitude(Math.min(smallest, other.smallest), Math.max(largest, other.largest));
  }

  boolean isSafe() {
    return smallest >= -LIMIT && largest <= LIMIT;
  }
}
