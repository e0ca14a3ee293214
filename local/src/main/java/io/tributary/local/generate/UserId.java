package io.tributary.local.generate;

/** The two halves of a user's id. */
record UserId(long high, long low) {
  static UserId of(long seed, long user) {
    long high = ShopRandom.mix(ShopRandom.of(seed, "user ids", 0).next() + user);
    return new UserId(high, ShopRandom.mix(~high));
  }
}
