package io.tributary.local.generate;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** A campaign of every year: while it runs, its channels bring so many times the visits. */
enum Campaign {
  WINTER_SALE(MonthDay.of(1, 2), MonthDay.of(1, 20), 1.6, Channel.EMAIL, Channel.PAID_SEARCH_BRAND),
  SPRING_COLLECTION(
      MonthDay.of(3, 15),
      MonthDay.of(4, 10),
      2.2,
      Channel.PAID_SOCIAL_PROSPECTING,
      Channel.DISPLAY),
  SUMMER_SALE(
      MonthDay.of(6, 20),
      MonthDay.of(7, 10),
      1.7,
      Channel.EMAIL,
      Channel.AFFILIATE,
      Channel.PAID_SOCIAL_RETARGETING),
  AUTUMN_COLLECTION(
      MonthDay.of(9, 1), MonthDay.of(9, 20), 1.9, Channel.PAID_SEARCH_NON_BRAND, Channel.DISPLAY),
  BLACK_WEEK(
      MonthDay.of(11, 20),
      MonthDay.of(11, 27),
      2.6,
      Channel.EMAIL,
      Channel.AFFILIATE,
      Channel.PAID_SOCIAL_PROSPECTING,
      Channel.PAID_SOCIAL_RETARGETING),
  CHRISTMAS(
      MonthDay.of(12, 1), MonthDay.of(12, 20), 1.7, Channel.PAID_SEARCH_BRAND, Channel.DISPLAY);

  private final MonthDay first;
  private final MonthDay last;
  private final double lift;
  private final Set<Channel> channels;

  Campaign(MonthDay first, MonthDay last, double lift, Channel... channels) {
    this.first = first;
    this.last = last;
    this.lift = lift;
    this.channels = Set.of(channels);
  }

  /** The factor that all campaigns of this day lend to a channel. */
  static double lift(LocalDate date, Channel channel) {
    double lift = 1;
    for (Campaign campaign : values()) {
      if (campaign.runs(date) && campaign.channels.contains(channel)) {
        lift *= campaign.lift;
      }
    }
    return lift;
  }

  private boolean runs(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
