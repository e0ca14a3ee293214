package io.tributary.local.generate;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What decides a generated shop to the last byte.
 *
 * @param users visitors, of whom some come back and some buy
 * @param days length of the window
 * @param lastDay the window's last day, UTC
 */
public record ShopSettings(int users, int days, long seed, LocalDate lastDay) {
  private static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 31);
  private static final int MOST_DAYS = 3_660;

  public ShopSettings {
    Objects.requireNonNull(lastDay);
    if (users < 1) {
      throw invalid("A shop needs at least 1 user, not " + users + ": set --users.");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw invalid("A shop spans 1 to " + MOST_DAYS + " days, not " + days + ": set --days.");
    }
  }

  /** A shop whose window ends with the year 2023. */
  public static ShopSettings of(int users, int days, long seed) {
    return new ShopSettings(users, days, seed, LAST_DAY);
  }

  public LocalDate firstDay() {
    return lastDay.minusDays(days - 1L);
  }

  private static UserException invalid(String message) {
    return new UserException(ErrorCode.PROJECT_INVALID, message);
  }
}
