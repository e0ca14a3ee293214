package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.text.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the events at a session's first moment is its first: that of the smaller id. */
class FirstEventsTest {
  private static final String PHONE = "Mozilla/5.0 (Linux; Android 13; Pixel 7) Mobile";
  private static final String DESKTOP = "Mozilla/5.0 (Windows NT 10.0) Firefox/120.0";

  @TempDir Path folder;

  @Test
  void goByTheirIdsWhicheverTheirTable() {
    var shop =
        new TestShop(folder)
            .table(
                "raw.tracks.csv",
                "id,user_id,anonymous_id,timestamp,event,user_agent",
                "e2,ada,track,2023-01-01 10:00:00,Viewed," + PHONE,
                "e3,ben,track,2023-01-01 10:00:00,Viewed," + PHONE,
                "e0,ben,track,2023-01-01 10:00:01,Viewed,")
            .table(
                "raw.pages.csv",
                "id,user_id,anonymous_id,timestamp,url,user_agent",
                "e1,ada,page,2023-01-01 10:00:00,https://shop.example/," + DESKTOP,
                "e4,ben,page,2023-01-01 10:00:00,https://shop.example/," + DESKTOP)
            .projectFile(
                """
                project: shop
                sources: {pages: {kind: pages}, tracks: {kind: tracks}}
                """);
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.rows(
                  "select profile_id, anonymous_id, device, session_id"
                      + " from tributary.web_sessions order by profile_id"))
          .containsExactly(
              List.of("ada", "page", "desktop", id("pages:e1")),
              List.of("ben", "track", "mobile", id("tracks:e3")));
    }
  }

  private static String id(String event) {
    return "s_" + Fingerprint.of(event).substring(0, 24);
  }
}
