package io.tributary.local.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What visitors do on the shop's site: pages, tracks, carts, checkouts and orders. A visitor is
 * known by his user id from his first order on, and by his devices before; bots come every day.
 */
final class WebTables implements AutoCloseable {
  private static final String HEAD = "id,user_id,anonymous_id,timestamp";
  private static final String SITE = "https://www.shop.example";
  private static final List<String> CARDS = List.of("visa", "mastercard", "paypal", "invoice");

  private final ShopSettings settings;
  private final ShopCalendar calendar;
  private final CsvFile pages;
  private final CsvFile tracks;
  private final CsvFile identifies;
  private final CsvFile carts;
  private final CsvFile checkouts;
  private final CsvFile orders;
  private long events;

  WebTables(Path data, ShopSettings settings, ShopCalendar calendar) throws IOException {
    this.settings = settings;
    this.calendar = calendar;
    pages = new CsvFile(data.resolve("raw.pages.csv"), HEAD + ",url,referrer,user_agent,country");
    tracks = new CsvFile(data.resolve("raw.tracks.csv"), HEAD + ",event");
    identifies =
        new CsvFile(
            data.resolve("raw.identifies.csv"),
            HEAD + ",email,gender,birthday,country,state,device_type,campaign_source");
    carts =
        new CsvFile(data.resolve("raw.product_added.csv"), HEAD + ",cart_id,sku,category,price");
    checkouts =
        new CsvFile(
            data.resolve("raw.checkout_step_completed.csv"), HEAD + ",checkout_id,payment_method");
    orders =
        new CsvFile(data.resolve("raw.order_completed.csv"), HEAD + ",order_id,total,products");
  }

  /** Somebody on one of his devices. */
  private record Guest(String user, String anonymous, Device device, String country) {
    static Guest crawler(int number) {
      return new Guest("", "crawler-" + number, Device.WINDOWS, "US");
    }
  }

  /** The pages of a visit; of one that holds several, of one that closes something in the cart. */
  void visit(Visitor visitor, Visit visit) throws IOException {
    ShopRandom random = of("web visit", events);
    Guest guest = guest(visitor, random);
    Landing landing = Landing.of(visit.channel(), random);
    int second = visit.second();
    String path = random.chance(0.4) ? "/" : "/" + Products.anyCategory(random);
    page(guest, visit.day(), second, path + landing.query(), landing.referrer());
    identify(visitor, guest, visit.day(), second + 1, landing.source());
    if (!visit.holder() && !visit.closer()) {
      return;
    }
    int product = Products.any(random);
    int looks = 1 + random.below(5);
    for (int look = 0; look < looks; look++) {
      product = Products.any(random);
      second += 15 + random.below(120);
      page(guest, visit.day(), second, Products.path(product), SITE + path);
      track(guest, visit.day(), second + 1, "Product Viewed", id());
    }
    if (visit.closer()) {
      add(guest, visit.day(), second + 5 + random.below(60), product);
    }
  }

  /** What lies between a visit and its order. */
  void order(Visitor visitor, Visit last, int second, long cents, String order) throws IOException {
    ShopRandom random = of("web order", events);
    Guest guest = guest(visitor, random);
    List<Integer> lines = Products.within(cents, random);
    int left = second - last.second();
    for (int product : lines) {
      add(guest, last.day(), last.second() + left / 4, product);
    }
    page(guest, last.day(), last.second() + left / 2, "/checkout", SITE + "/cart");
    identify(visitor, guest, last.day(), last.second() + left / 2, "");
    String checkout = id();
    track(guest, last.day(), last.second() + left * 3 / 4, "Checkout Step Completed", checkout);
    head(checkouts, checkout, guest, last.day(), last.second() + left * 3 / 4);
    checkouts.text("c" + order).text(CARDS.get(random.below(CARDS.size()))).end();
    String completed = id();
    track(guest, last.day(), second, "Order Completed", completed);
    head(orders, completed, guest, last.day(), second);
    orders.text(order).cents(cents).text(Products.json(lines)).end();
  }

  /** A crawler looks at some pages every day. */
  void crawl() throws IOException {
    for (int day = 0; day < calendar.days(); day++) {
      ShopRandom random = of("bot", day);
      int second = random.below(80_000);
      for (int look = 0; look < 3 + random.below(12); look++) {
        head(pages, id(), Guest.crawler(day % 4), day, second);
        pages.text(SITE + Products.path(Products.any(random))).text("");
        pages.text(Device.BOT).text("US").end();
        second += 2 + random.below(30);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file : List.of(pages, tracks, identifies, carts, checkouts, orders)) {
      file.close();
    }
  }

  /** One visitor in three has a second device, which he uses now and then. */
  private Guest guest(Visitor visitor, ShopRandom random) {
    ShopRandom own = of("devices", visitor.number());
    Device first = Device.any(own);
    Device second = Device.any(own);
    boolean isSecond = own.chance(0.33) && random.chance(0.35);
    UserId user = visitor.id();
    return new Guest(
        visitor.isCustomer() ? "%016x%016x".formatted(user.high(), user.low()) : "",
        "%016x-%d".formatted(ShopRandom.mix(user.low()), isSecond ? 2 : 1),
        isSecond ? second : first,
        Person.of(settings.seed(), visitor.number()).country());
  }

  /** Who is known says so once on each of his devices, with the campaign that he came by. */
  private void identify(Visitor visitor, Guest guest, int day, int second, String campaign)
      throws IOException {
    if (!visitor.introducesHimself(guest.device().ordinal())) {
      return;
    }
    Person person = Person.of(settings.seed(), visitor.number());
    head(identifies, id(), guest, day, second);
    identifies.text(person.email()).text(person.gender()).text(person.birthday());
    identifies.text(person.country()).text(person.state());
    identifies.text(guest.device().type()).text(campaign).end();
  }

  private void add(Guest guest, int day, int second, int product) throws IOException {
    String added = id();
    track(guest, day, second, "Product Added", added);
    head(carts, added, guest, day, second);
    carts.text("cart-" + guest.anonymous() + "-" + day).text(Products.sku(product));
    carts.text(Products.category(product)).cents(Products.cents(product)).end();
  }

  private void page(Guest guest, int day, int second, String path, String referrer)
      throws IOException {
    head(pages, id(), guest, day, second);
    pages.text(SITE + path).text(referrer).text(guest.device().userAgent());
    pages.text(guest.country()).end();
  }

  private void track(Guest guest, int day, int second, String event, String id) throws IOException {
    head(tracks, id, guest, day, second);
    tracks.text(event).end();
  }

  private void head(CsvFile file, String id, Guest guest, int day, int second) throws IOException {
    file.text(id).text(guest.user()).text(guest.anonymous());
    file.moment(calendar.date(day).toString(), Math.min(second, ShopCalendar.DAY_SECONDS - 1));
  }

  private String id() {
    long high = ShopRandom.mix(settings.seed() ^ ++events);
    return new UUID(high, ShopRandom.mix(~high)).toString();
  }

  private ShopRandom of(String purpose, long number) {
    return ShopRandom.of(settings.seed(), purpose, number);
  }
}
