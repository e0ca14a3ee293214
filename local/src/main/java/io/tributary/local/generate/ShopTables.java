package io.tributary.local.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shop's raw tables, written while it lives; only sums by day are kept in memory. */
final class ShopTables implements AutoCloseable {
  private static final double DISPLAY_CENTS_A_VISIT = 65;
  private static final double AFFILIATE_CENTS_A_VISIT = 5;
  private static final double AFFILIATE_COMMISSION = 0.06;

  private final ShopSettings settings;
  private final List<CsvFile> files = new ArrayList<>();
  private final CsvFile sessions;
  private final CsvFile conversions;
  private final CsvFile sessionCosts;
  private final CsvFile channelCosts;
  private final WebTables web;
  private final String[] dates;
  private final long[][] visits;
  private final long[] affiliateCents;
  private final long sessionIds;
  private final long conversionIds;
  private long sessionCount;
  private long conversionCount;
  private long revenueCents;

  ShopTables(Path directory, ShopSettings settings, ShopCalendar calendar) throws IOException {
    Path data = Files.createDirectories(directory.resolve("data"));
    this.settings = settings;
    sessions =
        file(
            data.resolve("raw.session_sources.csv"),
            "session_id,user_id,timestamp,channel_name,holder_engagement,closer_engagement,"
                + "impression_interaction");
    conversions =
        file(data.resolve("raw.conversions.csv"), "conversion_id,user_id,timestamp,revenue");
    sessionCosts = file(data.resolve("raw.session_costs.csv"), "session_id,cost");
    channelCosts = file(data.resolve("raw.channel_costs.csv"), "channel_name,date,cost");
    web = new WebTables(data, settings, calendar);
    dates = new String[calendar.days()];
    for (int day = 0; day < dates.length; day++) {
      dates[day] = calendar.date(day).toString();
    }
    visits = new long[calendar.days()][Channel.values().length];
    affiliateCents = new long[calendar.days()];
    sessionIds = ShopRandom.of(settings.seed(), "session ids", 0).next();
    conversionIds = ShopRandom.of(settings.seed(), "conversion ids", 0).next();
  }

  void visit(Visitor visitor, Visit visit, ShopRandom random) throws IOException {
    UserId user = visitor.id();
    long id = ShopRandom.mix(sessionIds + sessionCount);
    long rest = ShopRandom.mix(~id);
    sessionCount++;
    sessions.id(id, rest).id(user.high(), user.low());
    sessions.moment(dates[visit.day()], visit.second()).text(visit.channel().label());
    sessions.flag(visit.holder()).flag(visit.closer()).flag(visit.impression()).end();
    visits[visit.day()][visit.channel().ordinal()]++;
    web.visit(visitor, visit);
    if (visit.channel().isPaidByClick()) {
      double cents = random.logNormal(visit.channel().clickCents(), 0.35);
      sessionCosts.id(id, rest).cents(Math.max(1, StrictMath.round(cents))).end();
    }
  }

  void order(Visitor visitor, Visit last, int secondsLater, long cents) throws IOException {
    UserId user = visitor.id();
    long id = ShopRandom.mix(conversionIds + conversionCount);
    conversionCount++;
    revenueCents += cents;
    int second = Math.min(ShopCalendar.DAY_SECONDS - 1, last.second() + secondsLater);
    conversions.id(id, ShopRandom.mix(~id)).id(user.high(), user.low());
    conversions.moment(dates[last.day()], second).cents(cents).end();
    web.order(visitor, last, second, cents, "%016x%016x".formatted(id, ShopRandom.mix(~id)));
    if (last.channel() == Channel.AFFILIATE) {
      affiliateCents[last.day()] += cents;
    }
  }

  /** Writes what the channels that are paid by the day cost, and sums the shop up. */
  ShopSummary finish(Path directory) throws IOException {
    web.crawl();
    for (Channel channel : Channel.values()) {
      for (int day = 0; channel.isPaidByDay() && day < dates.length; day++) {
        long cents = dayCents(channel, day);
        if (cents > 0) {
          channelCosts.text(channel.label()).text(dates[day]).cents(cents).end();
        }
      }
    }
    return new ShopSummary(
        directory,
        settings.users(),
        sessionCount,
        conversionCount,
        BigDecimal.valueOf(revenueCents, 2));
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file : files) {
      file.close();
    }
    web.close();
  }

  private long dayCents(Channel channel, int day) {
    long visitors = visits[day][channel.ordinal()];
    if (channel == Channel.AFFILIATE) {
      return StrictMath.round(
          visitors * AFFILIATE_CENTS_A_VISIT + affiliateCents[day] * AFFILIATE_COMMISSION);
    }
    ShopRandom random = ShopRandom.of(settings.seed(), "display", day);
    return StrictMath.round(visitors * random.logNormal(DISPLAY_CENTS_A_VISIT, 0.2));
  }

  private CsvFile file(Path path, String header) throws IOException {
    CsvFile file = new CsvFile(path, header);
    files.add(file);
    return file;
  }
}
