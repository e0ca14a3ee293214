package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a reader to type works, and what it shows is what comes. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\\n(.*?)```");
  private static final Pattern TEXT = Pattern.compile("(?s)```text\\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

  @TempDir Path folder;

  @Test
  void everyCommandRuns() throws IOException {
    shopOfSomebody();
    for (List<String> command : commands()) {
      var screen = new ScreenCapture();
      var shell = new CommandShell(screen.pipe(), Main.commands(screen.pipe()));
      ExitCode end = shell.run(command.stream().map(this::inFolder).toArray(String[]::new));
      assertThat(end).as(command + "\n" + screen.err()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void theDemosScreenIsTheOneShown() throws IOException {
    System.setProperty("tributary.home", folder.toString());
    var screen = new ScreenCapture();
    new CommandShell(screen.pipe(), Main.commands(screen.pipe())).run("demo");

    List<String> shown = blocks(TEXT).get(0).lines().map(ReadmeTest::withoutTimes).toList();

    String printed = screen.lasting().replace(folder.resolve("demo").toString(), "demo");
    List<String> lines = printed.lines().map(ReadmeTest::withoutTimes).toList();
    assertThat(lines)
        .as("all but the line of the build")
        .containsExactlyInAnyOrderElementsOf(shown.subList(1, shown.size()));
    assertThat(lines.stream().filter(line -> !isSideBySide(line)))
        .as("in order but for what runs beside attribution")
        .containsExactlyElementsOf(
            shown.stream().skip(1).filter(line -> !isSideBySide(line)).toList());
  }

  @Test
  void theDemoIsNamedAsItIsTypedInTheCheckout() {
    assertThat(Main.demoFolder(Path.of("").toAbsolutePath())).isEqualTo(Path.of("demo"));
    assertThat(Main.demoFolder(folder)).isEqualTo(folder.resolve("demo"));
  }

  @Test
  void itsTwoCommandsAreThoseOfContinuousIntegration() throws IOException {
    List<String> first =
        blocks(SHELL).get(0).lines().map(line -> line.replaceAll("\\s+#.*", "")).toList();

    String script = Files.readString(ROOT.resolve(".ci/run"));

    assertThat(script).contains("test_command='" + first.get(0) + "'");
    assertThat(script).contains("main_command='" + first.get(1) + "'");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      for (Path page : Stream.concat(Stream.of(ROOT.resolve("README.md")), pages).toList()) {
        LINK.matcher(Files.readString(page))
            .results()
            .map(found -> found.group(1))
            .filter(target -> !target.startsWith("http"))
            .forEach(target -> assertThat(page.resolveSibling(target)).exists());
      }
    }
  }

  /** Files whose names and columns are not ours, as the README's reader has them. */
  private void shopOfSomebody() throws IOException {
    Path data = Files.createDirectories(folder.resolve("my-shop/data"));
    Files.writeString(
        data.resolve("orders.csv"),
        "order_id,customer_id,order_date,total\n1001,anna,2023-01-10 12:00:00,100.00\n"
            + "1002,bert,2023-01-11 09:30:00,59.90\n");
    Files.writeString(
        data.resolve("visits.csv"),
        "visit_id,customer_id,visited_at,channel\nv1,anna,2023-01-01 12:00:00,Display\n"
            + "v2,anna,2023-01-03 08:15:00,Search\nv3,bert,2023-01-11 09:20:00,Email\n");
  }

  private static List<List<String>> commands() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (String block : blocks(SHELL)) {
      block
          .lines()
          .filter(line -> line.startsWith("./tributary ") && !line.startsWith("./tributary demo"))
          .map(line -> line.substring("./tributary ".length()).replaceAll("\\s+#.*", ""))
          .map(line -> WORD.matcher(line).results().map(ReadmeTest::word).toList())
          .forEach(commands::add);
    }
    return commands;
  }

  private static boolean isSideBySide(String line) {
    return line.startsWith("✓ metrics ") || line.startsWith("✓ features ");
  }

  private static String withoutTimes(String line) {
    return line.replaceAll(" +[0-9.]+ (ms|s)\\b", " TIME");
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private String inFolder(String word) {
    return word.equals("shop") || word.equals("my-shop") ? folder.resolve(word).toString() : word;
  }

  private static List<String> blocks(Pattern kind) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    return kind.matcher(readme).results().map(found -> found.group(1)).toList();
  }
}
