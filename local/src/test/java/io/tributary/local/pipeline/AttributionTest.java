package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain on a few rows, small enough to check by eye. */
class AttributionTest {
  @TempDir Path folder;

  /**
   * Anna: Display, Search, Direct, then an order of 100. Bert: one Email session in the second of
   * his order of 50. Cora: an order of 30 and no session. Dora: sessions only.
   */
  private TestShop shop() {
    return new TestShop(folder)
        .conversions(
            "a,anna,2023-01-10 12:00:00,100.00",
            "b,bert,2023-01-11 09:00:00,50.00",
            "c,cora,2023-01-12 10:00:00,30.00")
        .sessions(
            "s1,anna,2023-01-01 12:00:00,Display,0,0,1",
            "s2,anna,2023-01-03 12:00:00,Search,1,0,0",
            "s3,anna,2023-01-10 12:00:00,Direct,1,1,0",
            "s4,anna,2023-01-10 12:00:01,Search,1,1,0",
            "s5,bert,2023-01-11 09:00:00,Email,1,1,0",
            "s6,dora,2023-01-11 09:00:00,Display,0,0,1");
  }

  @Test
  void creditsEveryModelAsWorkedByHand() {
    var shop = shop().project("attribution: {half_life_days: 7}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(credits(cloud, "first_touch")).containsExactly("s1=1", "s2=0", "s3=0");
      assertThat(credits(cloud, "last_touch")).containsExactly("s1=0", "s2=0", "s3=1");
      assertThat(credits(cloud, "last_non_direct")).containsExactly("s1=0", "s2=1", "s3=0");
      // 1/3 each; the last takes the rest.
      assertThat(credits(cloud, "linear"))
          .containsExactly("s1=0.333333333", "s2=0.333333333", "s3=0.333333334");
      // Ages of 9, 7 and 0 days: 2^(-9/7) = 0.410168, 1/2 and 1, in all 1.910168.
      assertThat(credits(cloud, "time_decay"))
          .containsExactly("s1=0.214728624", "s2=0.261757125", "s3=0.523514251");
      assertThat(credits(cloud, "position_based")).containsExactly("s1=0.4", "s2=0.2", "s3=0.4");
      // Initializer s1, holder s2 and s3 by halves, closer s3:
      // 0.345, 0.380 / 2, 0.380 / 2 + 0.275.
      assertThat(credits(cloud, "ihc")).containsExactly("s1=0.345", "s2=0.19", "s3=0.465");
    }
  }

  @Test
  void reportsAConversionWithoutASessionOnItsOwnDay() {
    try (var cloud = TestCloud.start(shop().project()).succeed()) {
      assertThat(
              cloud.rows(
                  "select distinct channel_name, date, credit::float8, revenue::float8"
                      + " from tributary.channel_reporting"
                      + " where channel_name = '(unattributed)'"))
          .containsExactly(List.of("(unattributed)", "2023-01-12", "1.0", "30.0"));
      assertThat(cloud.value("select count(distinct model) from tributary.channel_reporting"))
          .isEqualTo("7");
    }
  }

  @Test
  void sumsToTheConversionsInEveryModel() {
    try (var cloud = TestCloud.start(shop().project()).succeed()) {
      assertThat(
              cloud.rows(
                  "select distinct sum(credit)::float8, sum(revenue)::float8"
                      + " from tributary.channel_reporting group by model"))
          .containsExactly(List.of("3.0", "180.0"));
    }
  }

  @Test
  void leavesTheSessionAtTheMomentOfTheOrderOutWhenTheBoundaryIsExclusive() {
    var shop = shop().project("attribution: {journeys: {boundary: exclusive}}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(sessions(cloud)).containsExactly("a s1 1", "a s2 2");
    }
  }

  @Test
  void looksBackInDaysOfTwentyFourHoursInclusive() {
    var shop = shop().project("attribution: {journeys: {lookback_days: 7}}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(sessions(cloud)).containsExactly("a s2 1", "a s3 2", "b s5 1");
    }
  }

  @Test
  void cutsAJourneyToItsMostRecentSessionsAndSaysSo() {
    var shop = shop().project("attribution: {journeys: {max_sessions_per_journey: 2}}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(sessions(cloud)).containsExactly("a s2 1", "a s3 2", "b s5 1");
      assertThat(cloud.value("select note from tributary.run_ledger where stage = 'journeys'"))
          .isEqualTo("1 session of 1 journey was cut by max_sessions_per_journey.");
    }
  }

  @Test
  void takesSessionsOfOneSecondInTheOrderOfTheirFractions() {
    var shop =
        new TestShop(folder)
            .conversions("a,anna,2023-01-10 12:00:05,100.00")
            .sessions(
                "s2,anna,2023-01-10 12:00:00.1,Search,0,0,0",
                "s1,anna,2023-01-10 12:00:00.9,Email,0,0,0")
            .project();
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(sessions(cloud)).containsExactly("a s2 1", "a s1 2");
      assertThat(
              cloud.value(
                  "select session_id from tributary.attribution_customer_journey"
                      + " where model = 'ihc' and credit = 1"))
          .isEqualTo("s2");
    }
  }

  @Test
  void takesSessionsOfOneMomentInTheWarehousesOrderOfTheirIds() {
    // U+FB01 is before U+1F600, but strings in Java have them the other way round.
    var shop =
        new TestShop(folder)
            .conversions("a,anna,2023-01-10 12:00:05,100.00")
            .sessions(
                "\uD83D\uDE00,anna,2023-01-10 12:00:00,Search,0,0,0",
                "\uFB01,anna,2023-01-10 12:00:00,Email,0,0,0")
            .project();
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(sessions(cloud)).containsExactly("a \uFB01 1", "a \uD83D\uDE00 2");
      assertThat(cloud.note("attribute")).isEqualTo("1 request, 1 call, 1 journey paid");
    }
  }

  @Test
  void countsEveryConversionInExactlyOnePlace() {
    try (var cloud = TestCloud.start(shop().project()).succeed()) {
      assertThat(cloud.value("select note from tributary.run_ledger where stage = 'credit'"))
          .isEqualTo("3 conversions = 2 ihc + 0 fallback + 1 unattributed + 0 rejected");
    }
  }

  private static List<String> credits(TestCloud cloud, String model) {
    return cloud
        .rows(
            "select session_id, credit::float8 from tributary.attribution_customer_journey"
                + " where conversion_id = 'a' and model = '"
                + model
                + "' order by session_id")
        .stream()
        .map(row -> row.get(0) + "=" + row.get(1).replaceAll("\\.0$", ""))
        .toList();
  }

  private static List<String> sessions(TestCloud cloud) {
    return cloud
        .rows(
            "select conversion_id, session_id, position from tributary.journey_sessions"
                + " order by conversion_id, position")
        .stream()
        .map(row -> String.join(" ", row))
        .toList();
  }
}
