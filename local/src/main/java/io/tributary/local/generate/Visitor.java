package io.tributary.local.generate;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** One person's life with the shop: visits that lead to an order, or to none. */
final class Visitor {
  private static final int SHORTEST_PAUSE_SECONDS = 1_200;

  private final ShopCalendar calendar;
  private final ShopTables tables;
  private final ShopRandom random;
  private final UserId id;
  private final int number;
  private final boolean customer;
  private boolean isCustomer;
  private final Set<Integer> devices = new HashSet<>();
  private final double[] weights = new double[Channel.values().length];
  private boolean acquainted;
  private int day;
  private int earliest;

  Visitor(ShopCalendar calendar, ShopTables tables, ShopSettings settings, int number) {
    this.calendar = calendar;
    this.tables = tables;
    random = ShopRandom.of(settings.seed(), "visitor", number);
    id = UserId.of(settings.seed(), number);
    this.number = number;
    customer = random.chance(0.15);
    acquainted = customer;
    isCustomer = customer;
    day = calendar.arrival(random);
  }

  int number() {
    return number;
  }

  UserId id() {
    return id;
  }

  /** Whether the shop knows who it is: from the first order on. */
  boolean isCustomer() {
    return isCustomer;
  }

  /** Whether he says on this device for the first time who he is. */
  boolean introducesHimself(int device) {
    return isCustomer && devices.add(device);
  }

  void live() throws IOException {
    if (random.chance(customer ? 0.18 : 0.055)) {
      buy();
    } else {
      browse();
    }
  }

  /** Journeys of several visits, each of which ends with an order. */
  private void buy() throws IOException {
    boolean again = true;
    for (int orders = 0; again && inWindow(); orders++) {
      int visits = 1;
      while (random.chance(0.68) && visits < 25) {
        visits++;
      }
      double start = customer || orders > 0 ? 0.6 : 0;
      Visit last = null;
      for (int visit = 1; visit <= visits && inWindow(); visit++) {
        double progress =
            visits == 1 ? (1 + start) / 2 : start + (1 - start) * (visit - 1) / (visits - 1);
        last = visit(progress, 0.30 + 0.35 * progress, visit == visits ? 0.85 : 0.15);
        if (visit < visits) {
          pause(0.30, 3);
        } else if (last != null) {
          order(last, orders);
        }
      }
      again = random.chance(0.40);
      day += 5 + (int) random.logNormal(30, 0.8);
      earliest = 0;
    }
  }

  /** Most come once or twice, a few again and again. */
  private void browse() throws IOException {
    int visits = (int) Math.min(400, Math.max(1, random.logNormal(2.4, 1.05)));
    for (int visit = 0; visit < visits && inWindow(); visit++) {
      double progress = Math.min(0.7, (customer ? 0.4 : 0) + 0.08 * visit);
      visit(progress, 0.12 + 0.2 * progress, 0.04);
      pause(0.15, 8);
    }
  }

  private void order(Visit last, int ordersBefore) throws IOException {
    double median = ordersBefore == 0 && !customer ? 44 : 52;
    long cents = Math.max(500, StrictMath.round(100 * random.logNormal(median, 0.55)));
    isCustomer = true;
    tables.order(this, last, random.chance(0.3) ? 0 : 90 + random.below(1500), cents);
  }

  private boolean inWindow() {
    return day < calendar.days();
  }

  /** The next visit; null if the window ended before it. */
  private Visit visit(double progress, double holder, double closer) throws IOException {
    while (inWindow()) {
      Channel channel = channel(progress);
      int second = calendar.second(day, channel, random);
      if (second < earliest) {
        second = earliest + random.below(3 * SHORTEST_PAUSE_SECONDS);
      }
      if (second < ShopCalendar.DAY_SECONDS) {
        Visit visit =
            new Visit(
                day,
                second,
                channel,
                random.chance(holder),
                random.chance(closer),
                channel == Channel.DISPLAY && random.chance(0.4));
        tables.visit(this, visit, random);
        acquainted = true;
        earliest = second + SHORTEST_PAUSE_SECONDS;
        return visit;
      }
      nextDay();
    }
    return null;
  }

  private Channel channel(double progress) {
    for (Channel channel : Channel.values()) {
      boolean reaches = acquainted || !channel.needsAcquaintance();
      weights[channel.ordinal()] =
          reaches ? channel.weight(progress) * calendar.lift(day, channel) : 0;
    }
    return Channel.values()[random.pick(weights)];
  }

  /** Until the next visit: the same day, or so many days later, on a day that suits. */
  private void pause(double sameDay, double medianDays) {
    if (random.chance(sameDay)) {
      return;
    }
    day += (int) random.logNormal(medianDays, 0.9);
    nextDay();
    while (inWindow() && !calendar.suits(day, random)) {
      nextDay();
    }
  }

  private void nextDay() {
    day++;
    earliest = 0;
  }
}
