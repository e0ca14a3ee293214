package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tracks say of where a visit came from, where no page says it. */
class TracksAloneTest {
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148";
  private static final String COLUMNS =
      "id,user_id,timestamp,event,context_page_url,context_page_referrer,context_campaign_medium,context_user_agent";
  private static final String SEEN =
      "select profile_id, first_page_url, utm_source, utm_medium, gclid, referrer_medium, device,"
          + " channel from tributary.web_sessions order by 1";

  @TempDir Path folder;

  @Test
  void sayWhereASessionWithoutPagesCameFrom() {
    shop(
        COLUMNS,
        "t1,ada,2023-01-01 10:00:00,Viewed,https://shop.example/?utm_source=crm,,email,",
        "t2,ada,2023-01-01 10:01:00,Viewed,https://shop.example/?gclid=1,,," + IPHONE,
        "t3,ben,2023-01-01 10:00:00,Viewed,https://shop.example/a,https://www.shop.example/,,",
        "t4,cyd,2023-01-01 10:00:00,Viewed,https://shop.example/a,https://www.bing.com/,,");
    try (var cloud = TestCloud.start(new TestShop(folder)).succeed()) {
      assertThat(cloud.rows(SEEN))
          .containsExactly(
              row("ada", null, "crm", "email", null, null, "mobile", "Email"),
              row("ben", null, null, null, null, "internal", null, "Direct"),
              row("cyd", null, null, null, null, "search", null, "Organic Search"));
      assertThat(cloud.note("sessions"))
          .endsWith(
              "Left out, because there is no source of kind `pages`: first_page_url,"
                  + " first_page_host, first_page_path, last_page_url, last_page_host,"
                  + " last_page_path, country.");
      assertThat(cloud.column("select distinct dimension from tributary.daily_event_metrics_by"))
          .containsExactlyInAnyOrder("channel", "device");
    }
  }

  @Test
  void sayNothingThatTheyHaveNoColumnOf() {
    shop(
        "id,user_id,timestamp,event,user_agent",
        "t1,ada,2023-01-01 10:00:00,Viewed," + IPHONE,
        "t2,ben,2023-01-01 10:00:00,Viewed,");
    try (var cloud = TestCloud.start(new TestShop(folder)).succeed()) {
      assertThat(cloud.rows(SEEN))
          .containsExactly(
              row("ada", null, null, null, null, null, "mobile", null),
              row("ben", null, null, null, null, null, null, null));
      assertThat(cloud.note("sessions")).contains("utm_source").contains("channel");
    }
  }

  @Test
  void sayNothingOfASessionThatHasAPageAndAreNone() {
    shop(
        COLUMNS,
        "t1,ada,2023-01-01 10:00:00,Viewed,https://shop.example/?utm_source=crm,,email," + IPHONE,
        "t2,ben,2023-01-01 10:00:00,Viewed,https://shop.example/?utm_source=crm,,,");
    new TestShop(folder)
        .table(
            "raw.pages.csv",
            "id,user_id,timestamp,url,user_agent",
            "p1,ada,2023-01-01 10:01:00,https://shop.example/?utm_source=news&x=1?utm_medium=sms&utm_source=b,")
        .projectFile("project: shop\nsources: {tracks: {kind: tracks}, pages: {kind: pages}}\n");
    try (var cloud = TestCloud.start(new TestShop(folder)).succeed()) {
      assertThat(cloud.rows(SEEN))
          .containsExactly(
              row(
                  "ada",
                  "https://shop.example/?utm_source=news&x=1?utm_medium=sms&utm_source=b",
                  "news",
                  "sms",
                  null,
                  null,
                  "mobile",
                  "SMS"),
              row("ben", null, "crm", null, null, null, null, "Unassigned"));
    }
  }

  private void shop(String columns, String... tracks) {
    new TestShop(folder)
        .table("raw.tracks.csv", columns, tracks)
        .projectFile("project: shop\nsources: {tracks: {kind: tracks}}\n");
  }

  private static List<String> row(String... values) {
    return Arrays.asList(values);
  }
}
