package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Web sessions of a project that has nothing but an event stream. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSessionsTest {
  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML; like Gecko)"
          + " Chrome/120.0.0.0 Safari/537.36";
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML; like"
          + " Gecko) Version/17.0 Mobile/15E148 Safari/604.1";
  private static final String GOOGLEBOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

  @TempDir static Path folder;
  private TestCloud cloud;

  @BeforeAll
  void run() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.tracks.csv",
                "id,user_id,anonymous_id,timestamp,event",
                "t1,ada,a1,2023-01-01 10:05:00,Product Viewed",
                "t2,ada,a1,2023-01-01 10:35:00,Product Added",
                "t3,ada,a1,2023-01-01 11:05:01,Product Viewed",
                "t4,,,2023-01-01 11:05:01,Product Viewed",
                "t5,eve,e1,2023-01-05 23:50:00,Signed Up",
                "t6,eve,e1,2023-01-06 00:10:00.500,Product Viewed")
            .table(
                "raw.pages.csv",
                "id,user_id,anonymous_id,timestamp,url,referrer,user_agent,campaign_medium,country",
                "p1,ada,a1,2023-01-01 10:00:00,https://www.shop.example:443/hats?utm_source=Google&utm_medium=organic&utm_campaign=Spring%20Sale+2&gclid=G1#top,https://www.google.com/search?q=hat,"
                    + CHROME
                    + ",cpc,DE",
                "p2,ada,a1,2023-01-01 10:04:00,https://www.shop.example/hats/red,https://www.shop.example/hats,"
                    + CHROME
                    + ",,DE",
                "p3,,a2,2023-01-02 10:00:00,https://shop.example,https://m.facebook.com/,"
                    + IPHONE
                    + ",,",
                "p4,,a2,2023-01-03 10:00:00,/imprint,," + IPHONE + ",,",
                "p5,,a3,2023-01-03 10:00:00,https://shop.example/,https://blog.other.example/post,"
                    + GOOGLEBOT
                    + ",,")
            .projectFile(
                """
                project: shop
                window: {start_date: 2023-01-01, end_date: 2023-01-31}
                sources:
                  tracks: {kind: tracks}
                  pages: {kind: pages}
                """);
    cloud = TestCloud.start(shop).succeed();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void endAfterAPauseLongerThanTheGap() {
    assertThat(
            cloud.rows(
                "select profile_id, anonymous_id, session_number, started_at, ended_at,"
                    + " duration_seconds, events, page_views, is_new"
                    + " from tributary.web_sessions order by started_at, anonymous_id"))
        .containsExactly(
            row(
                "ada",
                "a1",
                "1",
                "2023-01-01 10:00:00",
                "2023-01-01 10:35:00",
                "2100",
                "4",
                "2",
                "1"),
            row("ada", "a1", "2", "2023-01-01 11:05:01", "2023-01-01 11:05:01", "0", "1", "0", "0"),
            row(null, "a2", "1", "2023-01-02 10:00:00", "2023-01-02 10:00:00", "0", "1", "1", "1"),
            row(null, "a2", "2", "2023-01-03 10:00:00", "2023-01-03 10:00:00", "0", "1", "1", "0"),
            row(null, "a3", "1", "2023-01-03 10:00:00", "2023-01-03 10:00:00", "0", "1", "1", "1"),
            row(
                "eve",
                "e1",
                "1",
                "2023-01-05 23:50:00",
                "2023-01-06 00:10:00.5",
                "1200",
                "2",
                "0",
                "1"));
  }

  @Test
  void sayWhichPagesWereTheirFirstAndLast() {
    assertThat(
            cloud.rows(
                "select first_page_host, first_page_path, last_page_url, last_page_host,"
                    + " last_page_path from tributary.web_sessions where page_views > 0"
                    + " order by started_at, anonymous_id"))
        .containsExactly(
            row(
                "www.shop.example",
                "/hats",
                "https://www.shop.example/hats/red",
                "www.shop.example",
                "/hats/red"),
            row("shop.example", "/", "https://shop.example", "shop.example", "/"),
            row(null, "/imprint", "/imprint", null, "/imprint"),
            row("shop.example", "/", "https://shop.example/", "shop.example", "/"));
  }

  @Test
  void haveTheCampaignOfTheirFirstPage() {
    assertThat(
            cloud.rows(
                "select utm_source, utm_medium, utm_campaign, utm_term, gclid, fbclid"
                    + " from tributary.web_sessions where session_number = 1 and profile_id = 'ada'"))
        .containsExactly(row("Google", "cpc", "Spring Sale 2", null, "G1", null));
  }

  @Test
  void knowWhereTheyCameFrom() {
    assertThat(
            cloud.rows(
                "select referrer_host, referrer_medium, referrer_source, channel"
                    + " from tributary.web_sessions where page_views > 0"
                    + " order by started_at, anonymous_id"))
        .containsExactly(
            row("www.google.com", "search", "Google", "Paid Search"),
            row("m.facebook.com", "social", "Facebook", "Organic Social"),
            row(null, null, null, "Direct"),
            row("blog.other.example", "referral", null, "Referral"));
  }

  @Test
  void knowTheDevice() {
    assertThat(
            cloud.rows(
                "select distinct anonymous_id, device, browser, operating_system, country"
                    + " from tributary.web_sessions where page_views > 0 order by 1"))
        .containsExactly(
            row("a1", "desktop", "Chrome", "Windows", "DE"),
            row("a2", "mobile", "Mobile Safari", "iOS", null),
            row("a3", "bot", "Googlebot", null, null));
  }

  @Test
  void sayWhatIsInNone() {
    assertThat(cloud.note("cut"))
        .isEqualTo("10 events are 6 sessions. 1 events without user and anonymous_id are in none.");
  }

  @Test
  void sayWhetherSomethingWasPutIntoTheCart() {
    assertThat(
            cloud.column(
                "select has_cart || '-' || has_checkout from tributary.web_sessions"
                    + " order by started_at, anonymous_id"))
        .containsExactly("1-0", "0-0", "0-0", "0-0", "0-0", "0-0");
  }

  private static List<String> row(String... values) {
    return java.util.Arrays.asList(values);
  }
}
