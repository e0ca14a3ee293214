package io.tributary.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** The raw files of a bench shop, written row by row. */
final class BenchTables implements AutoCloseable {
  private static final int BUFFER = 1 << 20;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final long START =
      BenchShop.FIRST_DAY.atStartOfDay().toEpochSecond(ZoneOffset.UTC);

  /** From the busiest on; a quarter of the sessions is of the first. */
  private static final List<String> CHANNELS =
      List.of(
          "Direct Traffic",
          "Google Ads",
          "SEO - Brand",
          "Newsletter",
          "Facebook Ads",
          "SEO - Non-Brand",
          "Shopping - Brand",
          "Shopping - Non-Brand",
          "Display Ads",
          "Affiliates",
          "Influencers",
          "Referrals");

  private static final List<String> PAID_BY_THE_CLICK =
      List.of("Google Ads", "Shopping - Brand", "Shopping - Non-Brand", "Facebook Ads");
  private static final List<String> PAID_BY_THE_DAY = List.of("Display Ads", "Influencers");

  private final Writer sessions;
  private final Writer conversions;
  private final Writer sessionCosts;
  private final Writer channelCosts;
  private final HexFormat hex = HexFormat.of();

  BenchTables(Path data) throws IOException {
    sessions =
        open(
            data.resolve("raw.session_sources.csv"),
            "session_id,user_id,timestamp,channel_name,holder_engagement,closer_engagement,"
                + "impression_interaction");
    conversions =
        open(data.resolve("raw.conversions.csv"), "conversion_id,user_id,timestamp,revenue");
    sessionCosts = open(data.resolve("raw.session_costs.csv"), "session_id,cost");
    channelCosts = open(data.resolve("raw.channel_costs.csv"), "channel_name,date,cost");
  }

  private static Writer open(Path file, String header) throws IOException {
    Writer out =
        new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.US_ASCII), BUFFER);
    out.append(header).append('\n');
    return out;
  }

  /** A session so many seconds after the year began. */
  void session(long user, int second, SplittableRandom random) throws IOException {
    String id = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(user);
    double drawn = random.nextDouble();
    String channel = CHANNELS.get((int) (drawn * drawn * CHANNELS.size()));
    sessions.append(id).append(',').append(user(user)).append(',').append(moment(second));
    sessions.append(',').append(channel);
    sessions.append(random.nextInt(3) == 0 ? ",0" : ",1");
    sessions.append(random.nextInt(2) == 0 ? ",0" : ",1");
    sessions.append(random.nextInt(8) == 0 ? ",1\n" : ",0\n");
    if (PAID_BY_THE_CLICK.contains(channel)) {
      sessionCosts.append(id).append(',').append(money(5 + random.nextInt(200))).append('\n');
    }
  }

  void conversion(long id, long user, int second, int cents) throws IOException {
    conversions.append(hex.toHexDigits(id)).append(hex.toHexDigits(user)).append(',');
    conversions.append(user(user)).append(',').append(moment(second)).append(',');
    conversions.append(money(cents)).append('\n');
  }

  void dailyCosts(LocalDate first, int days, SplittableRandom random) throws IOException {
    for (int day = 0; day < days; day++) {
      for (String channel : PAID_BY_THE_DAY) {
        channelCosts.append(channel).append(',').append(first.plusDays(day).toString());
        channelCosts.append(',').append(money(10_000 + random.nextInt(50_000))).append('\n');
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (sessions;
        conversions;
        sessionCosts;
        channelCosts) {
      sessions.flush();
    }
  }

  private String user(long user) {
    return "user-" + hex.toHexDigits(user * 0x9E3779B97F4A7C15L);
  }

  private static String moment(int second) {
    return MOMENT.format(LocalDateTime.ofEpochSecond(START + second, 0, ZoneOffset.UTC));
  }

  private static String money(int cents) {
    int rest = cents % 100;
    return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
