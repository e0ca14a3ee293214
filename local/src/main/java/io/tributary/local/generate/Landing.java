package io.tributary.local.generate;

/**
 * Where a visit begins: what the address of its first page says, and where it was come from.
 *
 * @param query begins with a question mark, or is empty
 * @param referrer an address, or empty
 */
record Landing(String query, String referrer) {
  private static final String CAMPAIGN = "&utm_campaign=";

  static Landing of(Channel channel, ShopRandom random) {
    return switch (channel) {
      case PAID_SEARCH_BRAND ->
          new Landing(
              "?utm_source=google&utm_medium=cpc" + CAMPAIGN + "brand&gclid=" + click(random),
              "https://www.google.com/");
      case PAID_SEARCH_NON_BRAND ->
          new Landing(
              "?utm_source=google&utm_medium=cpc" + CAMPAIGN + "hats&gclid=" + click(random),
              "https://www.google.com/");
      case PAID_SOCIAL_PROSPECTING ->
          new Landing(
              "?utm_source=facebook&utm_medium=paid_social"
                  + CAMPAIGN
                  + "new&fbclid="
                  + click(random),
              "https://m.facebook.com/");
      case PAID_SOCIAL_RETARGETING ->
          new Landing(
              "?utm_source=instagram&utm_medium=paid_social" + CAMPAIGN + "again",
              "https://l.instagram.com/");
      case ORGANIC_SEARCH ->
          new Landing(
              "", random.chance(0.85) ? "https://www.google.com/" : "https://www.bing.com/");
      case DIRECT -> new Landing("", "");
      case EMAIL ->
          new Landing("?utm_source=newsletter&utm_medium=email" + CAMPAIGN + "weekly", "");
      case AFFILIATE ->
          new Landing(
              "?utm_source=dealfinder&utm_medium=affiliate", "https://www.dealfinder.example/");
      case REFERRAL -> new Landing("", "https://blog" + random.below(9) + ".example/hats");
      case DISPLAY -> new Landing("?utm_source=adnet&utm_medium=display" + CAMPAIGN + "autumn", "");
    };
  }

  /** What the address names as the campaign's source; empty without one. */
  String source() {
    int begin = query.indexOf("utm_source=");
    return begin < 0 ? "" : query.substring(begin + "utm_source=".length()).split("&")[0];
  }

  private static String click(ShopRandom random) {
    return Long.toHexString(random.next());
  }
}
