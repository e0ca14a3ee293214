package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain and a star of many identifiers, through the whole of stitching: each is one profile. */
class LongComponentsTest {
  private static final int IDENTIFIERS = Boolean.getBoolean("tributary.long") ? 1_000_000 : 2_000;

  @TempDir Path folder;

  @Test
  void areOneProfileEach() throws IOException {
    TestShop shop =
        new TestShop(folder)
            .file(
                "tributary.yaml",
                """
                project: shop
                sources:
                  tracks: {kind: tracks}
                identity:
                  identifiers:
                    - {name: user_id, priority: 1, from: {tracks: user_id}}
                    - {name: anonymous_id, priority: 2, from: {tracks: anonymous_id}}
                """);
    write(shop.files().data().resolve("raw.tracks.csv"));
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(
              cloud.column(
                  "select left(identifier, 1) || ' ' || count(*) || ' ' ||"
                      + " count(distinct profile_id) from tributary_store.identity_map"
                      + " group by left(identifier, 1) order by 1"))
          .containsExactly("c " + IDENTIFIERS + " 1", "s " + IDENTIFIERS + " 1");
    }
  }

  /** The chain's events connect users and devices in turn; the star's all are of one user. */
  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("message_id,timestamp,user_id,anonymous_id\n");
      for (int n = 1; n < IDENTIFIERS; n++) {
        int user = n / 2;
        int device = (n - 1) / 2;
        out.write("c%d,2023-01-01 00:00:00,c%d,c%d\n".formatted(n, user, device));
        out.write("s%d,2023-01-01 00:00:00,s0,s%d\n".formatted(n, n));
      }
    }
  }
}
