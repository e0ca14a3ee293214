package io.tributary.local.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.ScreenCapture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelReportTest {
  private static final List<String> MODELS =
      List.of(
          "ihc",
          "first_touch",
          "last_touch",
          "last_non_direct",
          "linear",
          "time_decay",
          "position_based");

  private final ScreenCapture capture = new ScreenCapture();

  @Test
  void holdsEveryModelInAHundredColumns() {
    List<ChannelTotals> totals = new ArrayList<>();
    for (String model : MODELS) {
      totals.add(total(model, "A channel with a name of some length", 1_234_567));
      totals.add(total(model, "Email", 7_654_321));
    }

    List<String> lines = report(totals);

    assertThat(lines).allMatch(line -> line.length() <= 100);
    assertThat(lines).filteredOn(line -> line.startsWith("total")).hasSize(2);
  }

  @Test
  void goesOnBelowWhereTheScreenIsNarrow() {
    List<ChannelTotals> totals =
        MODELS.stream().map(model -> total(model, "Email", 1_234_567)).toList();

    List<String> lines = new ChannelReport(capture.screen(50), totals).lines("Report");
    List<String> comparison = lines.subList(lines.indexOf("Revenue by model"), lines.size());

    assertThat(comparison).allMatch(line -> line.length() <= 50);
    assertThat(comparison).filteredOn(line -> line.startsWith("total")).hasSize(3);
    assertThat(String.join(" ", comparison)).contains("ihc", "last_", "position_");
  }

  @Test
  void putsTheLargestRevenueFirstAndUnattributedLast() {
    List<String> lines =
        report(
            List.of(
                total("ihc", "(unattributed)", 900),
                total("ihc", "Email", 100),
                total("ihc", "Search", 200)));

    assertThat(firstWords(lines)).containsSubsequence("Search", "Email", "(unattributed)", "total");
  }

  @Test
  void gathersSmallChannelsInOneLineWithoutLosingTheirMoney() {
    List<ChannelTotals> totals = new ArrayList<>();
    IntStream.rangeClosed(1, 50).forEach(n -> totals.add(total("ihc", "channel " + n, n)));
    totals.add(total("linear", "only in linear", 7));

    List<String> lines = report(totals);

    // 1 + 2 + ... + 50 = 1275; the 19 largest, 32 to 50, are 779; the 31 others are 496.
    assertThat(lines).anyMatch(line -> line.matches("\\(31 more channels\\) .* 496\\.00 .*"));
    assertThat(lines).anyMatch(line -> line.matches("total .* 1,275\\.00 +100\\.0% .*"));
    // In the comparison the channel that ihc does not know joins them.
    assertThat(lines).anyMatch(line -> line.matches("\\(32 more channels\\) +496\\.00 +7\\.00"));
  }

  @Test
  void showsTheFirstModelInFullWhereIhcWasNotCalculated() {
    List<String> lines =
        report(List.of(total("linear", "Email", 5), total("last_touch", "Email", 5)));

    assertThat(lines).first().isEqualTo("Report, model linear");
  }

  @Test
  void keepsAHostileChannelNameOnItsLine() {
    assertThat(report(List.of(total("ihc", "a\nb\u001b[31mc", 1))))
        .noneMatch(line -> line.contains("\n") || line.contains("\u001b"));
  }

  private List<String> report(List<ChannelTotals> totals) {
    return new ChannelReport(capture.pipe(), totals).lines("Report");
  }

  private static List<String> firstWords(List<String> lines) {
    return lines.stream().map(line -> line.split(" ")[0]).toList();
  }

  private static ChannelTotals total(String model, String channel, long revenue) {
    BigDecimal amount = BigDecimal.valueOf(revenue);
    return new ChannelTotals(model, channel, amount, BigDecimal.ONE, amount);
  }
}
