package io.tributary.local.init;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the values of a column look like, and from which day to which they reach (UTC). */
final class ColumnProfile {
  private static final double NEARLY_ALL = 0.95;
  private static final int DAY_LENGTH = "2023-12-31".length();

  private final String name;
  private final Map<ValueShape, Integer> shapes = new EnumMap<>(ValueShape.class);
  private final Set<String> distinct = new HashSet<>();
  private int rows;
  private int filled;
  private String firstDay = "";
  private String lastDay = "";

  ColumnProfile(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Takes a cell of the sample; null where it is empty. */
  void sample(String value) {
    rows++;
    if (value != null) {
      filled++;
      distinct.add(value);
      shapes.merge(ValueShape.of(value.strip()), 1, Integer::sum);
    }
  }

  /** Takes any cell of a column of times, for the days that it reaches over. */
  void reach(String value) {
    if (value == null || value.length() < DAY_LENGTH || !isTime()) {
      return;
    }
    String day = value.substring(0, DAY_LENGTH);
    boolean mayBeOtherDay =
        value.length() > DAY_LENGTH && value.lastIndexOf(':') > value.length() - 4;
    if (mayBeOtherDay && Math.max(value.lastIndexOf('+'), value.lastIndexOf('-')) > DAY_LENGTH) {
      day = dayInUtc(value);
    }
    if ((firstDay.isEmpty() || day.compareTo(firstDay) < 0) && isDay(day)) {
      firstDay = day;
    }
    if (day.compareTo(lastDay) > 0 && isDay(day)) {
      lastDay = day;
    }
  }

  /** The first day, where the column holds times. */
  Optional<String> firstDay() {
    return Optional.of(firstDay).filter(day -> !day.isEmpty());
  }

  /** The last day, where the column holds times. */
  Optional<String> lastDay() {
    return Optional.of(lastDay).filter(day -> !day.isEmpty());
  }

  boolean isNumber() {
    return mostly(ValueShape.WHOLE_NUMBER, ValueShape.DECIMAL);
  }

  /** Numbers, and not all of them whole. */
  boolean isDecimal() {
    return isAmount() && !mostly(ValueShape.WHOLE_NUMBER);
  }

  /** Numbers, be they with a point or with a comma. */
  boolean isAmount() {
    return mostly(ValueShape.WHOLE_NUMBER, ValueShape.DECIMAL, ValueShape.DECIMAL_COMMA);
  }

  /** Days or moments as ISO 8601 writes them, which is what the pipeline reads. */
  boolean isTime() {
    return mostly(ValueShape.DAY, ValueShape.MOMENT);
  }

  boolean isDay() {
    return mostly(ValueShape.DAY);
  }

  boolean isClock() {
    return mostly(ValueShape.CLOCK);
  }

  /** Times in whatever form. */
  boolean looksLikeTime() {
    return mostly(ValueShape.DAY, ValueShape.MOMENT, ValueShape.OTHER_DATE);
  }

  boolean isEmpty() {
    return filled == 0;
  }

  boolean isFilled() {
    return filled >= NEARLY_ALL * rows;
  }

  /** The values of the sample, each once. */
  Set<String> values() {
    return Set.copyOf(distinct);
  }

  /** Whether no value of the sample comes twice. */
  boolean isUnique() {
    return distinct.size() == filled;
  }

  private boolean mostly(ValueShape... wanted) {
    int found = 0;
    for (ValueShape shape : wanted) {
      found += shapes.getOrDefault(shape, 0);
    }
    return filled > 0 && found >= NEARLY_ALL * filled;
  }

  private static String dayInUtc(String value) {
    try {
      return OffsetDateTime.parse(value.replace(' ', 'T'))
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toLocalDate()
          .toString();
    } catch (DateTimeException e) {
      return value.substring(0, DAY_LENGTH);
    }
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).getYear() >= 1900;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
