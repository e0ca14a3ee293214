package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which costs the report counts, on which day, and what it divides by them. */
class CostTest {
  @TempDir Path folder;

  /**
   * Anna's journey reaches from the 8th (Display) to the 10th (Email), when she orders for 100; s3
   * (Search) is of Zoe, who never orders. Email has a session cost of 2 and a channel cost of 3 on
   * the same day, TV a cost and no session.
   */
  private TestShop shop() {
    return new TestShop(folder)
        .conversions("a,anna,2023-01-10 12:00:00,100.00")
        .sessions(
            "s1,anna,2023-01-08 12:00:00,Display,0,0,1",
            "s2,anna,2023-01-10 11:00:00,Email,1,1,0",
            "s3,zoe,2023-01-09 12:00:00,Search,1,0,0",
            "s4,zoe,2023-01-07 12:00:00,Search,1,0,0",
            "s5,zoe,2023-01-12 12:00:00,Search,1,0,0")
        .sessionCosts("s2,2", "s3,4", "s4,50", "s5,60")
        .channelCosts(
            "Email,2023-01-10,3",
            "TV,2023-01-07,100",
            "TV,2023-01-08,7",
            "TV,2023-01-11,8",
            "TV,2023-01-12,200");
  }

  private static final String WINDOW = "window: {start_date: 2023-01-10, end_date: 2023-01-11}";

  @Test
  void countsEveryCostFromTheFirstDayThatJourneysReachToTheWindowsEnd() {
    try (var cloud = TestCloud.start(shop().project(WINDOW)).succeed()) {
      // 2 + 3 of Email; Search of the 9th, not of the 7th or 12th; TV of the 8th and 11th.
      assertThat(costs(cloud))
          .containsExactly(
              List.of("Display", "2023-01-08", "0.0", "0.5", "50.0", "0.0", "null"),
              List.of("Email", "2023-01-10", "5.0", "0.5", "50.0", "10.0", "10.0"),
              List.of("Search", "2023-01-09", "4.0", "0.0", "0.0", "null", "0.0"),
              List.of("TV", "2023-01-08", "7.0", "0.0", "0.0", "null", "0.0"),
              List.of("TV", "2023-01-11", "8.0", "0.0", "0.0", "null", "0.0"));
    }
  }

  @Test
  void countsOnlySessionsOfAJourneyWhereTheScopeIsJourneysAndSaysSo() {
    var shop = shop().project(WINDOW, "attribution: {cost_scope: journeys}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(costs(cloud))
          .containsExactly(
              List.of("Display", "2023-01-08", "0.0", "0.5", "50.0", "0.0", "null"),
              List.of("Email", "2023-01-10", "2.0", "0.5", "50.0", "4.0", "25.0"));
      assertThat(cloud.value("select note from tributary.run_ledger where stage = 'report'"))
          .isEqualTo("cost_scope is journeys: channel costs are left out of the report.");
    }
  }

  /** Half past eleven in the evening, UTC, is half past midnight of the next day in Berlin. */
  @Test
  void takesTheProjectsTimeZoneForTheDaysOfSessionsAndTheirCosts() {
    var shop =
        new TestShop(folder)
            .conversions("a,anna,2023-01-10 23:45:00,100.00")
            .sessions("s1,anna,2023-01-10 23:30:00,Email,1,1,0")
            .sessionCosts("s1,2")
            .channelCosts("Email,2023-01-10,1000", "Email,2023-01-11,3")
            .project(
                "timezone: Europe/Berlin",
                "window: {start_date: 2023-01-11, end_date: 2023-01-11}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(costs(cloud))
          .containsExactly(List.of("Email", "2023-01-11", "5.0", "1.0", "100.0", "5.0", "20.0"));
    }
  }

  @Test
  void showsCostsOfAWindowWithoutAnyConversion() {
    var shop = shop().project("window: {start_date: 2023-01-11, end_date: 2023-01-12}");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(costs(cloud))
          .containsExactly(
              List.of("Search", "2023-01-12", "60.0", "0.0", "0.0", "null", "0.0"),
              List.of("TV", "2023-01-11", "8.0", "0.0", "0.0", "null", "0.0"),
              List.of("TV", "2023-01-12", "200.0", "0.0", "0.0", "null", "0.0"));
    }
  }

  private static List<List<String>> costs(TestCloud cloud) {
    return cloud
        .rows(
            "select channel_name, date, cost::float8, credit::float8, revenue::float8,"
                + " cpo::float8, roas::float8 from tributary.channel_reporting"
                + " where model = 'linear' order by channel_name, date")
        .stream()
        .map(row -> row.stream().map(String::valueOf).toList())
        .toList();
  }
}
