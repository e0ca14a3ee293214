package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of sessions from run to run. */
class LateEventsTest {
  private static final String HEAD = "id,user_id,timestamp,url,user_agent";

  @TempDir Path folder;

  private TestShop shop() {
    return new TestShop(folder)
        .table(
            "raw.pages/1.csv",
            HEAD,
            "p1,ada,2023-01-01 10:00:00,https://shop.example/,One",
            "p2,ada,2023-01-01 10:50:00,https://shop.example/b,One",
            "p3,ben,2023-01-01 10:00:00,https://shop.example/,One")
        .projectFile("project: shop\nsources: {pages: {kind: pages}}\n");
  }

  @Test
  void joinTwoSessionsIntoOne() {
    var shop = shop();
    try (var cloud = TestCloud.start(shop).succeed()) {
      String first =
          cloud.value(
              "select session_id from tributary.web_sessions"
                  + " where profile_id = 'ada' and session_number = 1");
      assertThat(cloud.value("select count(*) from tributary.web_sessions")).isEqualTo("3");

      shop.table("raw.pages/2.csv", HEAD, "p9,ada,2023-01-01 10:25:00,https://shop.example/a,Two");
      cloud.succeed();

      assertThat(
              cloud.rows(
                  "select session_id, session_number, ended_at, page_views, last_page_path"
                      + " from tributary.web_sessions where profile_id = 'ada'"))
          .containsExactly(List.of(first, "1", "2023-01-01 10:50:00", "3", "/b"));
      assertThat(cloud.note("sessions"))
          .isEqualTo("2 sessions: 1 are new or changed, 2 are gone or were otherwise.");
      assertThat(
              cloud.rows("select from_run, to_run from tributary_store.web_sessions order by 1, 2"))
          .as("what was live can be gone back to")
          .containsExactlyInAnyOrder(
              List.of("1", "2"),
              List.of("1", "2"),
              java.util.Arrays.asList("1", null),
              java.util.Arrays.asList("2", null));
    }
  }

  @Test
  void leaveWhatIsAsItWasAndParseNoUserAgentTwice() {
    var shop = shop();
    try (var cloud = TestCloud.start(shop).succeed()) {
      cloud.succeed();

      assertThat(cloud.note("sessions"))
          .isEqualTo("3 sessions: 0 are new or changed, 0 are gone or were otherwise.");
      assertThat(cloud.column("select user_agent from tributary_store.user_agents"))
          .containsExactly("One");
      var objects = cloud.cloud().pipeline().objects();
      assertThat(objects.list(new RunFolder(1).prefix() + "sessions/"))
          .anyMatch(key -> key.endsWith("parsed-agents.ndjson"));
      assertThat(objects.list(new RunFolder(2).prefix() + "sessions/"))
          .isNotEmpty()
          .noneMatch(key -> key.endsWith("parsed-agents.ndjson"));
    }
  }

  @Test
  void areCutAnewWhereTheGapIsAnother() {
    var shop = shop();
    try (var cloud = TestCloud.start(shop).succeed()) {
      shop.projectFile(shop.projectText() + "sessions: {gap_seconds: 3000}\n");
      cloud.succeed();

      assertThat(cloud.value("select count(*) from tributary.web_sessions")).isEqualTo("2");
    }
  }

  /** Times with and without a zone, with offsets and nanoseconds; what is no event is refused. */
  @Test
  void mayComeWithTimesOfManyForms() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.pages.csv",
                HEAD,
                "p1,ada,2023-01-01T12:00:00+02:00,https://shop.example/1,",
                "p2,ada,2023-01-01 10:10:00.123456789,https://shop.example/2,",
                "p3,ada,2023-01-01T10:20:00Z,https://shop.example/3,",
                "p3,ada,2023-01-01T10:20:00Z,https://shop.example/3,",
                "p4,ada,yesterday,https://shop.example/4,",
                "p5,%s,2023-01-01,https://shop.example/5,".formatted("u".repeat(257)),
                ",ada,2023-01-01,https://shop.example/6,")
            .projectFile("project: shop\nsources: {pages: {kind: pages}}\n");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(cloud.rows("select started_at, ended_at, page_views from tributary.web_sessions"))
          .containsExactly(List.of("2023-01-01 10:00:00", "2023-01-01 10:20:00", "3"));
      assertThat(cloud.column("select reason from tributary.rejected_rows order by 1"))
          .containsExactly(
              "id is missing",
              "the time cannot be read: write 2023-12-31 18:30:00",
              "user_id is longer than 256 bytes");
    }
  }
}
