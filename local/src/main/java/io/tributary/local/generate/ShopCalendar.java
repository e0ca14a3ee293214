package io.tributary.local.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/** The window's days, numbered from 0: how busy each is, and which channels run on it. */
final class ShopCalendar {
  static final int DAY_SECONDS = 86_400;

  /** Monday to Sunday: people shop at the week's beginning rather than on its Saturday. */
  private static final double[] WEEKDAYS = {1.06, 1.02, 1.00, 0.98, 0.86, 0.72, 0.94};

  /** January to December. */
  private static final double[] MONTHS = {
    0.95, 0.90, 0.95, 0.97, 1.00, 0.96, 0.92, 0.90, 1.02, 1.05, 1.25, 1.30
  };

  private static final double[] WORKDAY_HOURS = {
    3, 2, 1, 1, 1, 2, 5, 9, 12, 13, 14, 16, 19, 17, 14, 14, 15, 17, 20, 23, 25, 22, 14, 7
  };
  private static final double[] WEEKEND_HOURS = {
    5, 3, 2, 1, 1, 1, 2, 4, 9, 15, 20, 22, 21, 19, 19, 19, 19, 18, 18, 20, 22, 19, 13, 8
  };

  /** A newsletter goes out at 7 and is opened over the morning. */
  private static final double[] NEWSLETTER_HOURS = {
    0, 0, 0, 0, 0, 0, 0, 30, 28, 20, 12, 8, 9, 5, 3, 3, 3, 4, 5, 6, 5, 3, 1, 0
  };

  private final LocalDate[] dates;
  private final double[] arrivals;
  private final double[][] lifts;

  ShopCalendar(ShopSettings settings) {
    dates =
        settings.firstDay().datesUntil(settings.lastDay().plusDays(1)).toArray(LocalDate[]::new);
    arrivals = new double[dates.length];
    lifts = new double[dates.length][];
    double sum = 0;
    for (int day = 0; day < dates.length; day++) {
      LocalDate date = dates[day];
      lifts[day] =
          Arrays.stream(Channel.values())
              .mapToDouble(channel -> runs(channel, date) ? Campaign.lift(date, channel) : 0)
              .toArray();
      sum += weekday(day) * MONTHS[date.getMonthValue() - 1] * newVisitors(lifts[day]);
      arrivals[day] = sum;
    }
  }

  int days() {
    return dates.length;
  }

  LocalDate date(int day) {
    return dates[day];
  }

  /** The day of someone's first visit. */
  int arrival(ShopRandom random) {
    double at = random.unit() * arrivals[arrivals.length - 1];
    int found = Arrays.binarySearch(arrivals, at);
    return Math.min(dates.length - 1, found < 0 ? -found - 1 : found + 1);
  }

  /** Whether someone who means to come back does so on this day rather than later. */
  boolean suits(int day, ShopRandom random) {
    return random.chance(weekday(day) / WEEKDAYS[0]);
  }

  /** How many times its usual visits a channel has on this day. */
  double lift(int day, Channel channel) {
    return lifts[day][channel.ordinal()];
  }

  /** A second of the day. */
  int second(int day, Channel channel, ShopRandom random) {
    double[] hours =
        channel == Channel.EMAIL
            ? NEWSLETTER_HOURS
            : dates[day].getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? WEEKEND_HOURS
                : WORKDAY_HOURS;
    return random.pick(hours) * 3600 + random.below(3600);
  }

  private double weekday(int day) {
    return WEEKDAYS[dates[day].getDayOfWeek().ordinal()];
  }

  private static boolean runs(Channel channel, LocalDate date) {
    DayOfWeek weekday = date.getDayOfWeek();
    return channel != Channel.EMAIL
        || weekday == DayOfWeek.TUESDAY
        || weekday == DayOfWeek.THURSDAY;
  }

  /** Campaigns bring new people in the measure of their channels' part in first visits. */
  private static double newVisitors(double[] lifts) {
    double usual = 0;
    double lifted = 0;
    for (Channel channel : Channel.values()) {
      usual += channel.weight(0);
      lifted += channel.weight(0) * lifts[channel.ordinal()];
    }
    return lifted / usual;
  }
}
