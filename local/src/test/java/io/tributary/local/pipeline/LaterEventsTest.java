package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Identifier;
import io.tributary.identity.ProfileId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a second run makes of that which stands from the first: small cases, one rule each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaterEventsTest {
  @TempDir static Path folder;
  private TestCloud cloud;

  @BeforeAll
  void runTwice() {
    var shop =
        new TestShop(folder)
            .file("identity/corrections.yaml", "same: [[user_id:zoe, user_id:zo]]\n")
            .projectFile(
                """
                project: shop
                sources: {crm: {kind: customer_events}}
                identity:
                  identifiers:
                    - {name: user_id, priority: 1, limit: 1, block: [nobody], from: {crm: payload.user}}
                    - {name: email, priority: 2, from: {crm: payload.mail}}
                    - {name: device, priority: 3, from: {crm: payload.device}}
                """)
            .file(
                "data/raw.customer_events/1.ndjson",
                String.join(
                    "\n",
                    event("zoe", 1, "'user':'zoe'"),
                    event("nobody", 1, "'user':'nobody','device':'tv'"),
                    event("b", 1, "'mail':'b','device':'door'"),
                    event("a", 1, "'mail':'a','device':'door'"),
                    event("hub of cleo", 8, "'user':'cleo','device':'hub'"),
                    event("laptop", 9, "'device':'laptop'"),
                    event("laptop of ada", 10, "'user':'ada','device':'laptop'"),
                    event("hub, once more", 11, "'user':'ada','device':'hub'"),
                    event("fay", 12, "'user':'fay','mail':'fay','device':'phone'"),
                    event("gus", 12, "'user':'gus','device':'desk'"),
                    event("jon", 15, "'user':'jon'"),
                    event("club", 15, "'mail':'club'"),
                    event("ivy", 16, "'user':'ivy'"),
                    event("club of ivy", 18, "'user':'ivy','mail':'club'"),
                    event("club of jon", 19, "'user':'jon','mail':'club'"),
                    event("t1", 14, "'user':'dan','device':'tablet'"),
                    event("t2", 14, "'user':'eve','device':'tablet'")));
    cloud = TestCloud.start(shop).succeed();
    assertThat(profile("ada")).isEqualTo(id("device", "laptop"));
    shop.file(
        "data/raw.customer_events/2.ndjson",
        String.join(
            "\n",
            event("zo", 2, "'user':'zo'"),
            event("nobody again", 2, "'user':'nobody','device':'radio'"),
            event("fay again", 13, "'mail':'fay','device':'phone'"),
            event("club of jon before", 17, "'user':'jon','mail':'club'"),
            event("gus before", 11, "'device':'desk'"),
            event("within the limit", 3, "'user':'rea','device':'pad'"),
            event("laptop of ben", 9, "'user':'ben','device':'laptop','mail':'ben'")
                .replace("09:00", "09:30")));
    cloud.succeed();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void reachWhomACorrectionJoinsWithThem() {
    assertThat(profile("zo")).isEqualTo(id("user_id", "zoe"));
  }

  @Test
  void leaveABlockedValueInTheQuarantineOnce() {
    assertThat(
            cloud.rows(
                "select event_id, from_run from tributary_store.identity_quarantine"
                    + " where identifier = 'nobody' and to_run is null"))
        .containsExactly(List.of("nobody", "1"));
  }

  @Test
  void nameAProfileByTheSmallestOfValuesThatWereSeenFirstTogether() {
    assertThat(profile("b")).isEqualTo(id("email", "a"));
  }

  /**
   * Only her profile is another one: she was seen first when she was, and is in what she was in.
   */
  @Test
  void takeAdaOutOfTheProfileOfALaptopThatWasBensBefore() {
    assertThat(profile("laptop")).isEqualTo(id("device", "laptop"));
    assertThat(profile("ben")).isEqualTo(id("device", "laptop"));
    assertThat(profile("ada")).isEqualTo(id("user_id", "ada"));
  }

  @Test
  void giveAProfileTheIdOfWhatWasSeenBeforeAllElseOfIt() {
    assertThat(profile("gus")).isEqualTo(id("device", "desk"));
  }

  /** All three were known, and no earlier than now. */
  @Test
  void giveAnAddressOfTwoToWhoHadItBefore() {
    assertThat(profile("club")).isEqualTo(id("user_id", "jon"));
    assertThat(profile("ivy")).isEqualTo(id("user_id", "ivy"));
  }

  /**
   * Six are of the laptop and the hub, three of the club, two of Zoe, two of Gus, three are new by
   * themselves. What was known of Fay stays known.
   */
  @Test
  void stitchOnlyThoseAgainThatTheyMayChange() {
    assertThat(profile("fay")).isEqualTo(id("user_id", "fay"));
    assertThat(
            cloud.rows(
                "select rows_out from tributary.run_ledger where stage = 'encode' order by run_id"))
        .containsExactly(List.of("20"), List.of("16"));
  }

  /**
   * Five of the laptop, the hub and whoever had them, six of the club, those of Zoe, who has two
   * names, and those of Gus, whose desk was seen before him.
   */
  @Test
  void goThroughThoseOfComponentsThatBreakALimitAndNoOthers() {
    assertThat(cloud.note("replay"))
        .isEqualTo("14 events of 13 identifiers are gone through in their order.");
  }

  @Test
  void areGoneThroughInOrderOfTheirIdsWhereTheyHappenTogether() {
    assertThat(profile("tablet")).isEqualTo(id("user_id", "dan"));
  }

  private String profile(String identifier) {
    return cloud.value(
        "select profile_id from tributary.identity_map where identifier = '" + identifier + "'");
  }

  private static String id(String type, String value) {
    return ProfileId.of(new Identifier(type, value));
  }

  private static String event(String id, int hour, String payload) {
    return "{'id':'%s','type':'t','event_time':'2023-01-01 %02d:00:00','payload':{%s}}"
        .formatted(id, hour, payload);
  }
}
