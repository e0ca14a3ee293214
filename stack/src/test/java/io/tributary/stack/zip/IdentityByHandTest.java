package io.tributary.stack.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The statements by which the page on identity lets a deployed stack be operated do what it says.
 */
class IdentityByHandTest {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(3);
  private static final Pattern STATEMENT = Pattern.compile("(?m)^sql \"(.*)\"$");

  @TempDir Path folder;

  @Test
  void publishesGoesBackAndBeginsFromScratch() throws Exception {
    List<String> statements = statementsOfThePage();
    assertThat(statements).hasSize(5);
    try (var cloud = ShopCloud.fast(Shop.into(folder), Optional.empty())) {
      cloud.run(LONGEST_RUN);
      cloud.run("{\"dryRun\":true}", LONGEST_RUN);
      assertThat(live(cloud)).containsExactly("[Field(LongValue=1)]");
      assertThat(cloud.cloud().pipeline().objects().get("runs/2/comparison.json")).isPresent();

      cloud.sql(of(2, statements.subList(0, 2)));
      assertThat(live(cloud)).containsExactly("[Field(LongValue=2)]");
      assertThat(cloud.rows("select status from tributary_store.runs where run = 2"))
          .containsExactly("[Field(StringValue=published)]");

      cloud.sql(of(1, statements.subList(0, 2)));
      assertThat(live(cloud)).containsExactly("[Field(LongValue=1)]");
      cloud.sql(of(3, statements.subList(0, 2)));
      assertThat(live(cloud)).as("There is no run 3").containsExactly("[Field(LongValue=1)]");

      cloud.sql(statements.subList(2, 3));
      cloud.run(LONGEST_RUN);
      assertThat(
              cloud.rows(
                  "select note from tributary.run_ledger where run_id = 3 and stage = 'encode'"))
          .singleElement()
          .asString()
          .contains("reset");
      for (String question : statements.subList(3, 5)) {
        String tablet = question.replace("'tablet'", "'shared-tablet-of-0'");
        assertThat(cloud.rows(tablet)).isNotEmpty();
      }
    }
  }

  private static List<String> live(ShopCloud cloud) {
    return cloud.rows("select run from tributary_store.live");
  }

  private static List<String> of(int run, List<String> statements) {
    return statements.stream().map(sql -> sql.replaceAll("\\b12\\b", "" + run)).toList();
  }

  private static List<String> statementsOfThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/identity.md"));
    String part = page.substring(page.indexOf("## On AWS"), page.indexOf("## Why are two"));
    return STATEMENT.matcher(part).results().map(found -> found.group(1)).toList();
  }
}
