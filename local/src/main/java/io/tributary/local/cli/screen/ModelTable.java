package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.TableLayout;
import io.tributary.local.cli.table.TableLayout.Column;
import io.tributary.local.cli.table.TableLayout.Lines;
import io.tributary.local.cli.table.TableLayout.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One model in full: a line a channel and a total. */
final class ModelTable {
  private static final List<String> HEADERS =
      List.of("channel", "cost", "credit", "revenue", "share", "cpo", "roas");
  private static final List<String> HEADERS_WITHOUT_COSTS =
      List.of("channel", "credit", "revenue", "share");

  private final Terminal terminal;
  private final List<ChannelTotals> totals;
  private final boolean hasCosts;

  /**
   * @param totals one a channel, not empty; where none has a cost no figure of costs is shown
   */
  ModelTable(Terminal terminal, List<ChannelTotals> totals) {
    this.terminal = terminal;
    this.totals = totals;
    this.hasCosts = totals.stream().anyMatch(channel -> channel.cost().signum() != 0);
  }

  List<String> lines() {
    ChannelTotals total = totals.stream().reduce((sum, next) -> sum.plus(next, "")).orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    totals.forEach(channel -> rows.add(row(channel.channel(), channel, total.revenue())));
    List<String> sums = row("total", total, total.revenue());
    TableLayout layout = layout(rows, sums);
    List<String> lines = new ArrayList<>(layout.header());
    rows.forEach(row -> lines.add(layout.row(row)));
    lines.add(layout.rule());
    lines.add(layout.row(sums));
    return lines;
  }

  private List<String> row(String name, ChannelTotals channel, BigDecimal allRevenue) {
    String shown = ChannelName.shown(name, terminal);
    String share = orNone(Figures.percent(channel.revenue(), allRevenue));
    if (!hasCosts) {
      return List.of(
          shown, Figures.amount(channel.credit()), Figures.amount(channel.revenue()), share);
    }
    return List.of(
        shown,
        Figures.amount(channel.cost()),
        Figures.amount(channel.credit()),
        Figures.amount(channel.revenue()),
        share,
        orNone(Figures.ratio(channel.cost(), channel.credit())),
        orNone(Figures.ratio(channel.revenue(), channel.cost())));
  }

  private String orNone(Optional<String> figure) {
    return figure.orElse(terminal.isUnicode() ? "–" : "-");
  }

  private TableLayout layout(List<List<String>> rows, List<String> sums) {
    List<String> headers = hasCosts ? HEADERS : HEADERS_WITHOUT_COSTS;
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < headers.size(); index++) {
      int at = index;
      List<String> cells = new ArrayList<>(rows.stream().map(row -> row.get(at)).toList());
      cells.add(sums.get(at));
      columns.add(Column.fitting(headers.get(at), at == 0 ? Side.LEFT : Side.RIGHT, cells));
    }
    return new TableLayout(columns, Lines.open(terminal));
  }
}
