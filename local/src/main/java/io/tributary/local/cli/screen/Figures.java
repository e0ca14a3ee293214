package io.tributary.local.cli.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Numbers and times as a report shows them. */
final class Figures {
  private static final int DECIMALS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Figures() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String whole(BigDecimal number) {
    return String.format(Locale.ROOT, "%,.0f", number.setScale(0, RoundingMode.HALF_UP));
  }

  static String amount(BigDecimal number) {
    return String.format(Locale.ROOT, "%,.2f", number.setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /** The quotient, or empty where the divisor is zero. */
  static Optional<String> ratio(BigDecimal number, BigDecimal divisor) {
    return quotient(number, divisor).map(Figures::amount);
  }

  static Optional<String> percent(BigDecimal part, BigDecimal whole) {
    return quotient(part.multiply(HUNDRED), whole)
        .map(share -> share.setScale(1, RoundingMode.HALF_UP) + "%");
  }

  static String time(Duration took) {
    if (took.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
    return took.compareTo(Duration.ofHours(1)) < 0
        ? String.format(Locale.ROOT, "%d min %02d s", took.toMinutes(), took.toSecondsPart())
        : String.format(Locale.ROOT, "%d h %02d min", took.toHours(), took.toMinutesPart());
  }

  private static Optional<BigDecimal> quotient(BigDecimal number, BigDecimal divisor) {
    return divisor.signum() == 0
        ? Optional.empty()
        : Optional.of(number.divide(divisor, 4, RoundingMode.HALF_UP));
  }
}
