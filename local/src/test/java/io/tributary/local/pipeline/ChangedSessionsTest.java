package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions of late events, of people who turn out to be one, of other settings, another window and
 * other referrers: after each run they are what a first run over the same makes.
 */
class ChangedSessionsTest {
  private static final String IDENTITY =
      """
      identity:
        identifiers:
          - {name: user_id, priority: 1, limit: 2, from: {tracks: user_id, pages: user_id, carts: user_id}}
          - {name: anonymous_id, priority: 2, from: {tracks: anonymous_id, pages: anonymous_id, carts: anonymous_id}}
      """;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, Boolean.getBoolean("tributary.long") ? 20 : 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areThoseOfAFirstRun(long seed) {
    var random = new Random(seed);
    var stream = new WebStream(folder.resolve("shop")).deliver(random, 60);
    stream.shop().table("raw.referrers.csv", "host,medium,source");
    stream.shop().projectFile(project(random));
    List<String> changes = new ArrayList<>();
    try (var cloud = TestCloud.start(stream.shop()).succeed()) {
      for (int run = 0; run < 3; run++) {
        changes.add(change(stream, random));
        cloud.succeed();
      }
      TestShop fresh = stream.atOnce(folder.resolve("fresh"));
      fresh.table("raw.referrers.csv", "host,medium,source", referrers);
      try (var first = TestCloud.start(fresh).succeed()) {
        assertThat(SessionResults.of(cloud))
            .as("seed %d: %s", seed, changes)
            .isEqualTo(SessionResults.of(first));
      }
    }
  }

  private String[] referrers = {};

  /** More events, and every other time something else besides. */
  private String change(WebStream stream, Random random) {
    stream.deliver(random, 12);
    return switch (random.nextInt(4)) {
      case 0 -> {
        referrers =
            new String[] {
              "partner.example,friend,Friend " + random.nextInt(3), "google.com,email,G"
            };
        stream.shop().table("raw.referrers.csv", "host,medium,source", referrers);
        yield "referrers";
      }
      case 1 -> "events";
      default -> {
        stream.shop().projectFile(project(random));
        yield stream.shop().projectText();
      }
    };
  }

  private static String project(Random random) {
    return """
        project: shop
        timezone: %s
        window: {start_date: 2023-01-0%d, end_date: 2023-01-0%d}
        sources:
          tracks: {kind: tracks}
          pages: {kind: pages}
          carts: {kind: product_added}
          referrers: {kind: referrers}
        sessions:
          gap_seconds: %d
          channels: [{channel: Friends %d, when: "referrer_medium = 'friend'"}]
        """
            .formatted(
                random.nextBoolean() ? "UTC" : "Asia/Tokyo",
                1 + random.nextInt(2),
                4 + random.nextInt(2),
                860 * (1 + random.nextInt(3)),
                random.nextInt(2))
        + (random.nextInt(3) == 0 ? "" : IDENTITY);
  }

  /** Only what changed is written: one session of somebody new, and one that a page joined. */
  @Test
  void areWrittenOnlyWhereSomethingChanged() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.pages/1.csv",
                "id,user_id,timestamp,url,country",
                "p1,ada,2023-01-01 10:00:00,https://shop.example/a,DE",
                "p2,ada,2023-01-02 10:00:00,https://shop.example/b,DE",
                "p3,ben,2023-01-02 10:00:00,https://shop.example/b,DE")
            .projectFile("project: shop\nsources: {pages: {kind: pages}}\n");
    try (var cloud = TestCloud.start(shop).succeed()) {
      shop.table(
          "raw.pages/2.csv",
          "id,user_id,timestamp,url,country",
          "p0,aaa,2023-01-01 10:00:00,https://shop.example/a,DE",
          "p4,ben,2023-01-02 10:10:00,https://shop.example/c,DE");
      cloud.succeed();

      assertThat(written(cloud))
          .containsExactly("1 ada", "1 ada", "1 ben until 2", "2 aaa", "2 ben");

      shop.table(
          "raw.pages/1.csv",
          "id,user_id,timestamp,url,country",
          "p1,ada,2023-01-01 10:00:00,https://shop.example/a,FR",
          "p2,ada,2023-01-02 10:00:00,https://shop.example/b,DE",
          "p3,ben,2023-01-02 10:00:00,https://shop.example/b,DE");
      cloud.succeed();
      cloud.succeed();

      assertThat(written(cloud))
          .as("another country, and then nothing")
          .containsExactly("1 ada", "1 ada until 3", "1 ben until 2", "2 aaa", "2 ben", "3 ada");
    }
  }

  /** Another page of the same referring site, a cart and a checkout are each another session. */
  @Test
  void areWrittenAnewWhereAReferrerACartOrACheckoutCame() {
    var shop =
        new TestShop(folder)
            .projectFile(
                """
                project: shop
                sources:
                  pages: {kind: pages}
                  product_added: {kind: product_added}
                  checkout_step_completed: {kind: checkout_step_completed}
                """);
    String marks = "id,user_id,timestamp";
    shop.table("raw.product_added.csv", marks).table("raw.checkout_step_completed.csv", marks);
    referred(shop, "https://friend.example/a");
    try (var cloud = TestCloud.start(shop).succeed()) {
      referred(shop, "https://friend.example/b");
      cloud.succeed();
      shop.table("raw.product_added.csv", marks, "c1,ada,2023-01-01 10:00:30");
      cloud.succeed();
      shop.table("raw.checkout_step_completed.csv", marks, "k1,ada,2023-01-01 10:00:40");
      cloud.succeed().succeed();

      assertThat(
              cloud.column(
                  "select from_run || coalesce(' until ' || to_run, '') || ' ' || referrer || ' '"
                      + " || has_cart || has_checkout from tributary_store.web_sessions"
                      + " order by from_run"))
          .containsExactly(
              "1 until 2 https://friend.example/a 00",
              "2 until 3 https://friend.example/b 00",
              "3 until 4 https://friend.example/b 10",
              "4 https://friend.example/b 11");
    }
  }

  private static void referred(TestShop shop, String referrer) {
    shop.table(
        "raw.pages.csv",
        "id,user_id,timestamp,url,referrer",
        "p1,ada,2023-01-01 10:00:00,https://shop.example/," + referrer,
        "p2,ada,2023-01-01 10:01:00,https://shop.example/hats,");
  }

  private static List<String> written(TestCloud cloud) {
    return cloud.column(
        "select from_run || ' ' || profile_id || coalesce(' until ' || to_run, '')"
            + " from tributary_store.web_sessions order by from_run, profile_id, to_run desc");
  }

  /** What a session shows is not all that it is made of: rules, referrers, campaigns, agents. */
  @Test
  void areDescribedAnewWhereOnlyWhatTheyDoNotShowChanged() {
    var shop =
        new TestShop(folder)
            .table("raw.referrers.csv", "host,medium,source", "partner.example,friend,Partner")
            .projectFile(rules("Friends"));
    page(shop, "email", "/a", "Chrome/100.0.0.0");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(described(cloud)).containsExactly("email|crm|/a|Chrome|Partner|Email");
      page(shop, "", "/a", "Chrome/100.0.0.0");
      assertThat(described(cloud.succeed())).containsExactly("|crm|/a|Chrome|Partner|Friends");
      shop.projectFile(rules("People"));
      assertThat(described(cloud.succeed())).containsExactly("|crm|/a|Chrome|Partner|People");
      shop.table("raw.referrers.csv", "host,medium,source", "partner.example,friend,Fellow");
      assertThat(described(cloud.succeed())).containsExactly("|crm|/a|Chrome|Fellow|People");
      page(shop, "", "/b", "Firefox/100.0");
      assertThat(described(cloud.succeed())).containsExactly("|crm|/b|Firefox|Fellow|People");
    }
  }

  private static void page(TestShop shop, String medium, String path, String agent) {
    shop.table(
        "raw.pages.csv",
        "id,user_id,timestamp,url,path,referrer,campaign_medium,user_agent,campaign_source",
        "p1,ada,2023-01-01 10:00:00,https://shop.example/?utm_source=other,%s,https://partner.example/,%s,Mozilla/5.0 (Windows NT 10.0; rv:100.0) Gecko/20100101 %s,crm"
            .formatted(path, medium, agent));
  }

  private static String rules(String channel) {
    return """
        project: shop
        sources: {pages: {kind: pages}, referrers: {kind: referrers}}
        sessions: {channels: [{channel: %s, when: "referrer_medium = 'friend' and utm_medium is null"}]}
        """
        .formatted(channel);
  }

  private static List<String> described(TestCloud cloud) {
    return cloud.column(
        "select coalesce(utm_medium, '') || '|' || utm_source || '|' || first_page_path || '|' || browser || '|'"
            + " || referrer_source || '|' || channel from tributary.web_sessions");
  }
}
