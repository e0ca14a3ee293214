package io.tributary.local.generate;

import java.util.List;
import java.util.Map;

/**
 * What a visitor says of himself, once and for all; empty where he does not say it.
 *
 * @param birthday as {@code 1990-12-31}
 * @param state a part of the country
 */
record Person(String email, String gender, String birthday, String country, String state) {
  private static final List<String> NAMES =
      List.of("ada", "ben", "carla", "emil", "frida", "hugo", "ida", "jonas", "lea", "nils");
  private static final List<String> COUNTRIES = List.of("DE", "AT", "CH", "FR");
  private static final Map<String, List<String>> STATES =
      Map.of(
          "DE", List.of("BE", "BW", "BY", "HE", "HH", "NI", "NW", "SN"),
          "AT", List.of("OOE", "STMK", "T", "W"),
          "CH", List.of("BE", "BS", "GE", "ZH"),
          "FR", List.of("ARA", "IDF", "NAQ", "PAC"));

  /** The person of that number; the country of his pages comes from here, too. */
  static Person of(long seed, int number) {
    ShopRandom random = ShopRandom.of(seed, "person", number);
    String country = COUNTRIES.get(random.pick(new double[] {70, 12, 10, 8}));
    String gender = List.of("f", "m", "d", "").get(random.pick(new double[] {50, 38, 1, 11}));
    List<String> states = STATES.get(country);
    return new Person(
        NAMES.get(random.below(NAMES.size())) + number + "@example.com",
        gender,
        random.chance(0.7) ? birthday(random) : "",
        country,
        states.get(random.below(states.size())));
  }

  /** Most are between 25 and 55 at the end of 2023. */
  private static String birthday(ShopRandom random) {
    int age = (int) Math.min(88, Math.max(18, random.logNormal(37, 0.32)));
    return "%d-%02d-%02d".formatted(2023 - age, 1 + random.below(12), 1 + random.below(28));
  }
}
