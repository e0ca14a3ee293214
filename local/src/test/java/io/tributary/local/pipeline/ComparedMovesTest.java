package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.rehearsal.Comparison.Move;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where identifiers go by a run that is not live. */
class ComparedMovesTest {
  @TempDir Path folder;

  @Test
  void nameProfilesByIdentifiersThatDoNotMove() {
    try (OperatedShop shop = new OperatedShop(folder)) {
      shop.cloud().succeed();
      shop.event(1, "2023-01-01 09:00:00", "'user':'ada'");
      shop.event(3, "2023-01-01 08:00:00", "'user':'cleo','device':'phone'");

      shop.cloud().succeed(OperatedShop.DRY_RUN);

      assertThat(shop.comparison(2).moves())
          .containsExactly(
              new Move(
                  OperatedShop.id("ada"),
                  "user_id:ada",
                  OperatedShop.id("cleo"),
                  "user_id:cleo",
                  1));
    }
  }
}
