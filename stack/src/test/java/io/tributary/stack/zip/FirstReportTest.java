package io.tributary.stack.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.generate.ShopGenerator;
import io.tributary.local.generate.ShopSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's commands that fill an empty warehouse lead to a report. */
class FirstReportTest {
  private static final int LONGEST_STATEMENT = 100_000;
  private static final String GENERATE =
      "./tributary generate trial --users 100 --days 60 --seed 7\n";

  @TempDir Path folder;

  @Test
  void comesOfTheRawTablesThatTheGuideMakes() throws Exception {
    Path trial = folder.resolve("trial");
    ShopGenerator.generate(trial, ShopSettings.of(100, 60, 7));
    List<String> statements = statementsOfTheGuide();
    Files.move(
        folder.resolve("tributary.yaml"),
        trial.resolve("tributary.yaml"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(statements)
        .hasSize(9)
        .as("statements short enough for the Data API")
        .allMatch(FirstReportTest::isShort);
    try (var cloud = ShopCloud.empty(new ProjectFiles(trial))) {
      cloud.sql(statements);
      cloud.run(Duration.ofMinutes(5));

      assertThat(cloud.rows("select * from tributary.conversions"))
          .hasSize(rows(trial, "raw.conversions"));
      assertThat(cloud.rows("select * from tributary.rejected_rows")).isEmpty();
      assertThat(cloud.rows("select * from tributary.channel_reporting")).isNotEmpty();
    }
  }

  /** What the guide's block would have the warehouse run; the shop is there already. */
  private List<String> statementsOfTheGuide() throws IOException, InterruptedException {
    var block =
        Pattern.compile("(?s)```sh\n" + Pattern.quote(GENERATE) + "(.*?)```")
            .matcher(Files.readString(Path.of("../docs/deploy.md")));
    assertThat(block.find()).as("The guide makes raw tables of a generated shop").isTrue();
    Process shell =
        new ProcessBuilder("sh", "-ec", "sql() { printf '%s;;\\n' \"$1\"; }\n" + block.group(1))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String written = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return List.of(written.split(";;\n"));
  }

  private static boolean isShort(String statement) {
    return statement.getBytes(StandardCharsets.UTF_8).length < LONGEST_STATEMENT;
  }

  private static int rows(Path trial, String table) throws IOException {
    return Files.readAllLines(trial.resolve("data").resolve(table + ".csv")).size() - 1;
  }
}
