package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.tributary.error.LeaseLostException;
import io.tributary.run.Resets.Outcome;
import io.tributary.run.Resets.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a reset leaves to the next run, as one story: each test goes on where the last ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResetsTest {
  @TempDir static Path folder;
  private OperatedShop shop;
  private TestCloud cloud;
  private String published;

  @BeforeAll
  void start() {
    shop = new OperatedShop(folder);
    cloud = shop.cloud();
    cloud.succeed();
    shop.event(3, "2023-01-01 11:00:00", "'user':'ben','device':'phone'");
    cloud.succeed();
    published = cloud.published();
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  @Order(1)
  void calculatesFromScratchUntilARunThatBeganAfterTheResetIsLive() {
    shop.reset(Values.KEPT, rows -> fail("nothing goes, so nobody is asked"));
    assertThat(cloud.published()).isEqualTo(published);
    assertThat(shop.isResetDue()).isTrue();

    cloud.succeed(OperatedShop.DRY_RUN);
    assertThat(shop.isResetDue()).as("a rehearsal replaces nothing").isTrue();
    cloud.succeed();
    assertThat(shop.isResetDue()).isFalse();
    assertThat(cloud.published()).as("the same ids").isEqualTo(published);

    shop.runs().rollback("tributary", Optional.empty());
    assertThat(shop.isResetDue()).as("what is live is from before the reset").isTrue();
    cloud.succeed();
    assertThat(shop.isResetDue()).isFalse();
  }

  @Test
  @Order(2)
  void dropsWhatWasCalculatedOnlyWhenThatIsAgreedTo() {
    assertThat(shop.reset(Values.DROPPED, rows -> rows.get("identity_map") == 0))
        .isEqualTo(Outcome.LEFT);
    assertThat(cloud.published()).isEqualTo(published);
    assertThat(shop.isResetDue()).isFalse();

    assertThat(shop.reset(Values.DROPPED, rows -> true)).isEqualTo(Outcome.RESET);
    assertThat(shop.profiles()).isEmpty();

    cloud.succeed();
    assertThat(cloud.published()).as("the same ids").isEqualTo(published);
    assertThat(cloud.rows("select * from tributary.identity_merges")).isEmpty();
  }

  @Test
  @Order(3)
  void resetsNothingWhereARunBeganWhileTheOperatorWasAsked() {
    cloud.succeed();
    String before = cloud.published();
    List<String> begun = new ArrayList<>();

    assertThatThrownBy(
            () ->
                shop.reset(
                    Values.DROPPED,
                    rows -> {
                      begun.add(shop.beginARun());
                      return true;
                    }))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("held by the run " + begun.get(0));

    cloud.end(begun.get(0));
    assertThat(cloud.published()).isEqualTo(before);
    assertThat(shop.isResetDue()).isFalse();
  }
}
