package io.tributary.local.generate;

/** What people visit the shop with; of each some. */
enum Device {
  WINDOWS(
      30,
      "Windows PC",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/119.0.0.0 Safari/537.36"),
  MAC(
      14,
      "Mac",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/17.1 Safari/605.1.15"),
  FIREFOX(6, "Linux PC", "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"),
  IPHONE(
      26,
      "iPhone",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/17.1 Mobile/15E148 Safari/604.1"),
  ANDROID(
      20,
      "Android phone",
      "Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/119.0.0.0 Mobile Safari/537.36"),
  IPAD(
      4,
      "iPad",
      "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/16.6 Mobile/15E148 Safari/604.1");

  /** What crawls the shop and never buys. */
  static final String BOT =
      "\"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)\"";

  private final double weight;
  private final String type;
  private final String userAgent;

  Device(double weight, String type, String userAgent) {
    this.weight = weight;
    this.type = type;
    this.userAgent = userAgent;
  }

  String type() {
    return type;
  }

  /** As a cell of a CSV file. */
  String userAgent() {
    return '"' + userAgent + '"';
  }

  static Device any(ShopRandom random) {
    double[] weights = new double[values().length];
    for (Device device : values()) {
      weights[device.ordinal()] = device.weight;
    }
    return values()[random.pick(weights)];
  }
}
