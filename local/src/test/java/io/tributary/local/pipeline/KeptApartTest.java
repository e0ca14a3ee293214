package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles that a limit keeps apart: of one component, so what becomes of one moves the other. */
class KeptApartTest {
  private static final String CLEO =
      "{'id':'e1','type':'t','event_time':'2023-01-01 08:00:00','payload':{'user':'cleo','device':'hub'}}\n";
  private static final String ADA =
      "{'id':'e2','type':'t','event_time':'2023-01-01 10:00:00','payload':{'user':'ada','device':'laptop'}}\n";
  private static final String HUB =
      "{'id':'e3','type':'t','event_time':'2023-01-01 11:00:00','payload':{'user':'ada','device':'hub'}}\n";

  @TempDir Path folder;

  @Test
  void giveAdaTheHubWhenTheEventIsGoneThatMadeItCleos() {
    TestShop shop = shop();
    events(shop, CLEO + ADA);
    try (var cloud = TestCloud.start(shop).succeed()) {
      events(shop, CLEO + ADA + HUB);
      cloud.succeed();
      assertThat(cloud.column("select identifier from tributary.identity_quarantine"))
          .containsExactly("hub");

      events(shop, ADA + HUB);
      cloud.succeed();

      String ada = ProfileId.of(new Identifier("user_id", "ada"));
      assertThat(cloud.rows("select identifier, profile_id from tributary.identity_map order by 1"))
          .containsExactly(List.of("ada", ada), List.of("hub", ada), List.of("laptop", ada));
      assertThat(cloud.rows("select * from tributary.identity_quarantine")).isEmpty();
    }
  }

  @Test
  void areSaidWithTheLimitThatKeepsThemApartNow() {
    TestShop shop = shop();
    String cleo = CLEO.replace("'device'", "'mail':'cleo@example.com','device'");
    String hub = HUB.replace("'user':'ada'", "'mail':'ada@example.com'");
    events(shop, cleo + hub);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(refusals(cloud)).containsExactly(List.of("hub", "e3", "email"));

      events(shop, cleo + hub + ADA.replace("'device':'laptop'", "'mail':'ada@example.com'"));
      cloud.succeed();

      assertThat(refusals(cloud)).containsExactly(List.of("hub", "e3", "user_id"));
    }
  }

  private static List<List<String>> refusals(TestCloud cloud) {
    return cloud.rows("select identifier, event_id, limit_type from tributary.identity_quarantine");
  }

  private TestShop shop() {
    return new TestShop(folder)
        .projectFile(
            """
            project: shop
            sources: {crm: {kind: customer_events}}
            identity:
              identifiers:
                - {name: user_id, priority: 1, limit: 1, from: {crm: payload.user}}
                - {name: email, priority: 2, limit: 1, from: {crm: payload.mail}}
                - {name: device, priority: 3, from: {crm: payload.device}}
            """);
  }

  private static void events(TestShop shop, String lines) {
    shop.file("data/raw.customer_events.ndjson", lines);
  }
}
