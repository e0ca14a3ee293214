package io.tributary.config;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** A moment as people write it: a day, a timestamp, or {@code now}. */
sealed interface WrittenTime {
  DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);
  LocalDate FIRST = LocalDate.of(1900, 1, 1);
  LocalDate LAST = LocalDate.of(9998, 12, 31);

  /** The moment that this is, or at which the day begins. */
  Instant beginning(ZoneId zone, Clock clock);

  /** The moment that this is, or at which the day is over. */
  Instant end(ZoneId zone, Clock clock);

  /** A whole day of some time zone. */
  record Day(LocalDate date) implements WrittenTime {
    @Override
    public Instant beginning(ZoneId zone, Clock clock) {
      return date.atStartOfDay(zone).toInstant();
    }

    @Override
    public Instant end(ZoneId zone, Clock clock) {
      return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /** An exact moment. */
  record Timestamp(Instant moment) implements WrittenTime {
    @Override
    public Instant beginning(ZoneId zone, Clock clock) {
      return moment;
    }

    @Override
    public Instant end(ZoneId zone, Clock clock) {
      return moment;
    }
  }

  /** The moment at which it is asked. */
  record Now() implements WrittenTime {
    @Override
    public Instant beginning(ZoneId zone, Clock clock) {
      return clock.instant();
    }

    @Override
    public Instant end(ZoneId zone, Clock clock) {
      return clock.instant();
    }
  }

  /** What the text means, or empty if it is no day or moment of the years 1900 to 9998. */
  static Optional<WrittenTime> parse(String text) {
    if (text.equals("now")) {
      return Optional.of(new Now());
    }
    try {
      return text.length() == "2023-12-31".length() ? day(text) : timestamp(text);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<WrittenTime> day(String text) {
    return Optional.of(LocalDate.parse(text)).filter(WrittenTime::inRange).map(Day::new);
  }

  private static Optional<WrittenTime> timestamp(String text) {
    TemporalAccessor parsed =
        TIMESTAMP.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    if (!inRange(LocalDate.from(parsed))) {
      return Optional.empty();
    }
    return Optional.of(
        new Timestamp(
            parsed instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : Instant.from(parsed)));
  }

  private static boolean inRange(LocalDate date) {
    return !date.isBefore(FIRST) && !date.isAfter(LAST);
  }
}
