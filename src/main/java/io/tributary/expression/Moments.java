package io.tributary.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that are read as moments: ISO 8601, from the year 1000 to 2999. */
final class Moments {
  /** The same for every engine. */
  static final String PATTERN =
      "^[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
          + "([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?"
          + "(Z|[+-](0[0-9]|1[0-5])(:?[0-5][0-9])?)?)?$";

  private static final Pattern PARTS = Pattern.compile("(.{10})(?:[T ]([0-9:.]+)(Z|[+-].+)?)?");
  private static final DateTimeFormatter SQL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private Moments() {}

  /** The moment in UTC, if the text is one. */
  static Optional<LocalDateTime> read(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!text.matches(PATTERN) || !parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalTime time = parts.group(2) == null ? LocalTime.MIN : LocalTime.parse(parts.group(2));
      String zone = parts.group(3) == null ? "Z" : parts.group(3);
      LocalDateTime there = LocalDate.parse(parts.group(1)).atTime(time);
      return Optional.of(there.minusSeconds(ZoneOffset.of(zone).getTotalSeconds()));
    } catch (DateTimeException e) {
      // The 30th of February looks like a date and is none.
      return Optional.empty();
    }
  }

  /** As both engines read it. */
  static String sql(LocalDateTime moment) {
    return "cast('" + SQL.format(moment) + "' as timestamp)";
  }
}
