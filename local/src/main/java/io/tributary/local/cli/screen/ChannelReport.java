package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The channel report as lines: the main model in full, then the revenue that every model gives each
 * channel.
 */
final class ChannelReport {
  private static final String MAIN_MODEL = "ihc";
  private static final String UNATTRIBUTED = "(unattributed)";
  private static final int MOST_CHANNELS = 20;

  private final Terminal terminal;
  private final Map<String, List<ChannelTotals>> models;
  private final String main;

  /**
   * @param totals not empty
   */
  ChannelReport(Terminal terminal, List<ChannelTotals> totals) {
    this.terminal = terminal;
    this.models =
        totals.stream()
            .collect(
                Collectors.groupingBy(
                    ChannelTotals::model, LinkedHashMap::new, Collectors.toList()));
    this.main = models.containsKey(MAIN_MODEL) ? MAIN_MODEL : totals.get(0).model();
  }

  List<String> lines(String heading) {
    List<ChannelTotals> ranked = ranked(models.get(main));
    List<ChannelTotals> shown = folded(ranked);
    List<String> lines = new ArrayList<>();
    lines.add(heading + ", model " + main);
    lines.add("");
    lines.addAll(new ModelTable(terminal, shown).lines());
    if (models.size() > 1) {
      lines.add("");
      lines.add("Revenue by model");
      lines.add("");
      List<String> channels =
          ranked.stream().limit(keptApart(ranked)).map(ChannelTotals::channel).toList();
      lines.addAll(new ModelComparison(terminal, channels).lines(main, models));
    }
    return lines;
  }

  /** By revenue, the largest first; what no channel earned comes last. */
  private static List<ChannelTotals> ranked(List<ChannelTotals> totals) {
    return totals.stream()
        .sorted(
            Comparator.comparing((ChannelTotals total) -> total.channel().equals(UNATTRIBUTED))
                .thenComparing(ChannelTotals::revenue, Comparator.reverseOrder())
                .thenComparing(ChannelTotals::channel))
        .toList();
  }

  private static int keptApart(List<ChannelTotals> ranked) {
    return ranked.size() <= MOST_CHANNELS ? ranked.size() : MOST_CHANNELS - 1;
  }

  /** So many channels as a screen holds, the smaller ones together in one line. */
  private static List<ChannelTotals> folded(List<ChannelTotals> ranked) {
    int kept = keptApart(ranked);
    List<ChannelTotals> shown = new ArrayList<>(ranked.subList(0, kept));
    List<ChannelTotals> rest = ranked.subList(kept, ranked.size());
    String name = others(rest.size());
    rest.stream().reduce((sum, next) -> sum.plus(next, name)).ifPresent(shown::add);
    return shown;
  }

  static String others(int count) {
    return "(" + count + " more channels)";
  }

  static BigDecimal sum(List<ChannelTotals> totals) {
    return totals.stream().map(ChannelTotals::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
