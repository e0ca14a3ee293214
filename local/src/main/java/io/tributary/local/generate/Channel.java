package io.tributary.local.generate;

/** Where sessions come from. Some channels make a shop known, others are the way back to it. */
enum Channel {
  PAID_SEARCH_BRAND("Paid Search Brand", 4, 20, 28),
  PAID_SEARCH_NON_BRAND("Paid Search Non Brand", 18, 7, 95),
  PAID_SOCIAL_PROSPECTING("Paid Social Prospecting", 20, 3, 62),
  PAID_SOCIAL_RETARGETING("Paid Social Retargeting", 0, 14, 44),
  ORGANIC_SEARCH("Organic Search", 20, 13, 0),
  DIRECT("Direct", 6, 24, 0),
  EMAIL("Email Newsletter", 0, 45, 0),
  AFFILIATE("Affiliate", 4, 8, 0),
  REFERRAL("Referral", 6, 3, 0),
  DISPLAY("Display", 14, 3, 0);

  private final String label;
  private final double upper;
  private final double lower;
  private final int clickCents;

  Channel(String label, double upper, double lower, int clickCents) {
    this.label = label;
    this.upper = upper;
    this.lower = lower;
    this.clickCents = clickCents;
  }

  String label() {
    return label;
  }

  /** The weight for someone who has come so far, from 0 (never heard of it) to 1 (decided). */
  double weight(double progress) {
    return upper * (1 - progress) + lower * progress;
  }

  /** Whether each click is paid; the price is then the median's. */
  boolean isPaidByClick() {
    return clickCents > 0;
  }

  int clickCents() {
    return clickCents;
  }

  /** Whether the channel is paid by the day and not by the click. */
  boolean isPaidByDay() {
    return this == DISPLAY || this == AFFILIATE;
  }

  /** Whether it reaches only people whom the shop already knows. */
  boolean needsAcquaintance() {
    return this == PAID_SOCIAL_RETARGETING || this == EMAIL;
  }
}
