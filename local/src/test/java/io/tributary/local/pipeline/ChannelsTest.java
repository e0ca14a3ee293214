package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which channel a session belongs to, by its first page's address and referrer. */
class ChannelsTest {
  private static final String SITE = "https://www.shop.example/";

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  @Test
  void areTheUsualOnes() {
    visit("?utm_source=x", "", "Unassigned");
    visit("", "", "Direct");
    visit("", "https://help.shop.example/faq", "Direct");
    page("https://help.shop.example/", "https://shop.example/", "Direct");
    page("https://othershop.example/", "https://shop.example/", "Referral");
    visit("?utm_source=(direct)&utm_medium=(none)", "", "Direct");
    visit("?utm_medium=affiliate&utm_source=x", "", "Affiliates");
    visit("?utm_medium=E-Mail&utm_source=crm", "", "Email");
    visit("", "https://mail.google.com/mail/u/0/", "Email");
    visit("?utm_source=sms", "", "SMS");
    visit("?utm_medium=web_push&utm_source=x", "", "Mobile Push");
    visit("?utm_medium=podcast&utm_source=x", "", "Audio");
    visit("?utm_medium=banner&utm_source=x", "", "Display");
    visit("?utm_medium=cpc&utm_source=facebook", "", "Paid Social");
    visit("?utm_medium=paid-social&utm_source=x", "", "Paid Social");
    visit("?utm_medium=cpv&utm_source=youtube.com", "", "Paid Video");
    visit("?utm_medium=cpc&utm_source=google&utm_campaign=Shopping%20DE", "", "Paid Shopping");
    visit("?utm_medium=cpc&utm_source=Google", "", "Paid Search");
    visit("?gclid=abc", "https://www.google.com/", "Paid Search");
    visit("?msclkid=abc", "", "Paid Search");
    visit("?utm_medium=cpc&utm_source=unknown", "", "Paid Other");
    visit("?fbclid=abc", "https://l.facebook.com/", "Organic Social");
    visit("", "https://www.instagram.com/p/1", "Organic Social");
    visit("?utm_medium=video&utm_source=x", "", "Organic Video");
    visit("", "https://www.google.co.uk/search?q=hat", "Organic Search");
    visit("?utm_medium=organic&utm_source=x", "", "Organic Search");
    visit("", "https://blog.example/a", "Referral");
    visit("?utm_medium=referral&utm_source=x", "", "Referral");

    run("sessions: {}");
  }

  /** Own rules go first, and an own referrer before the list and for the domains below it. */
  @Test
  void areThoseOfTheProjectFirst() {
    visit("?utm_source=Partner-7", "", "Partners");
    visit("?utm_source=partner-7&utm_medium=email", "", "Partners");
    visit("", "https://a.b.friends.example/x", "Friends");
    visit("", "https://find.friends.example/x", "Organic Search");
    visit("", "https://find.friends.example/y/z", "Friends");
    visit("", "https://www.bing.com/", "Friends");
    visit("", "https://www.google.com/", "Organic Search");
    visit("", "https://old-shop.example/", "Direct");
    new TestShop(folder)
        .table(
            "raw.referrers.csv",
            "medium,source,host",
            "friend,Friends,https://www.Friends.example/",
            "friend,Bing,bing.com",
            "search,Finder,find.friends.example",
            "friend,Finder's Y,find.friends.example/y",
            "internal,Shop,old-shop.example",
            ",Nobody,nobody.example");

    List<String> refused =
        run(
            """
            sessions:
              channels:
                - {channel: Partners, when: "utm_source like 'partner-%'"}
                - {channel: "It's \\"Friends\\"", when: "1 = 2"}
                - {channel: Friends, when: "referrer_medium = 'friend'"}
            """);

    assertThat(refused).containsExactly("medium is missing");
  }

  /** The shop's own site is no source, even where a list names it. */
  @Test
  void haveNoSourceWithinTheShop() {
    var shop =
        new TestShop(folder)
            .table("raw.referrers.csv", "medium,source,host", "friend,Ourselves,shop.example")
            .table(
                "raw.pages.csv",
                "id,user_id,timestamp,url,referrer",
                "p1,ada,2023-01-01,https://www.shop.example/,https://blog.shop.example/a",
                "p2,ben,2023-01-01,https://other.example/,https://blog.shop.example/a")
            .projectFile(
                """
                project: shop
                sources: {pages: {kind: pages}, referrers: {kind: referrers}}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.column(
                  "select profile_id || ' ' || referrer_medium || ' '"
                      + " || coalesce(referrer_source, '-')"
                      + " from tributary.web_sessions order by profile_id"))
          .containsExactly("ada internal -", "ben friend Ourselves");
    }
  }

  @Test
  void areOnlyThoseOfTheProjectWhereItSaysSo() {
    visit("?utm_medium=email", "", "Unassigned");
    visit("?utm_medium=cpc", "", "Paid");

    run(
        "sessions: {default_channels: false, channels: [{channel: Paid, when: utm_medium = 'cpc'}]}");
  }

  /** Addresses that are none; what they may say is taken, and no run fails. */
  @Test
  void surviveAddressesThatAreNone() {
    page("not an address", "", "Direct");
    page("?utm_medium=email", "", "Email");
    page("https://", "https://", "Direct");
    page("https://shop.example?utm_medium=%zz%e4%", "", "Unassigned");
    page("https://shop.example/?utm_medium=&utm_source", "", "Direct");
    page(
        "https://user:pass@shop.example:8080/ü?utm_medium=e%6Dail&utm_medium=cpc",
        "", "Unassigned");
    page("", "android-app://com.google.android.gm/", "Email");
    page("https://shop.example/", "(not set)", "Direct");

    run("sessions: {}");
  }

  private void visit(String query, String referrer, String channel) {
    page(SITE + query, referrer, channel);
  }

  private void page(String url, String referrer, String channel) {
    lines.add("p%02d,,v%02d,2023-01-01,%s,%s".formatted(lines.size(), lines.size(), url, referrer));
    expected.add(channel);
  }

  private List<String> run(String sessions) {
    var shop =
        new TestShop(folder)
            .table(
                "raw.pages.csv",
                "id,user_id,anonymous_id,timestamp,url,referrer",
                lines.toArray(String[]::new));
    boolean hasReferrers = folder.resolve("data/raw.referrers.csv").toFile().exists();
    shop.projectFile(
        "project: shop\nsources: {pages: {kind: pages}"
            + (hasReferrers ? ", hosts: {kind: referrers}" : "")
            + "}\n"
            + sessions
            + "\n");
    try (var cloud = TestCloud.start(shop).succeed()) {
      List<String> channels =
          cloud.column("select channel from tributary.web_sessions order by anonymous_id");
      List<String> found = new ArrayList<>();
      List<String> wanted = new ArrayList<>();
      for (int at = 0; at < lines.size(); at++) {
        found.add(lines.get(at) + " " + channels.get(at));
        wanted.add(lines.get(at) + " " + expected.get(at));
      }
      assertThat(found).containsExactlyElementsOf(wanted);
      return cloud.column("select reason from tributary.rejected_rows");
    }
  }
}
