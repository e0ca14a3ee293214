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

  private final Terminal terminal;

  ModelTable(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * @param totals one a channel, not empty
   */
  List<String> lines(List<ChannelTotals> totals) {
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
    return List.of(
        ChannelName.shown(name, terminal),
        Figures.amount(channel.cost()),
        Figures.amount(channel.credit()),
        Figures.amount(channel.revenue()),
        orNone(Figures.percent(channel.revenue(), allRevenue)),
        orNone(Figures.ratio(channel.cost(), channel.credit())),
        orNone(Figures.ratio(channel.revenue(), channel.cost())));
  }

  private String orNone(Optional<String> figure) {
    return figure.orElse(terminal.isUnicode() ? "–" : "-");
  }

  private TableLayout layout(List<List<String>> rows, List<String> sums) {
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < HEADERS.size(); index++) {
      int at = index;
      List<String> cells = new ArrayList<>(rows.stream().map(row -> row.get(at)).toList());
      cells.add(sums.get(at));
      columns.add(Column.fitting(HEADERS.get(at), at == 0 ? Side.LEFT : Side.RIGHT, cells));
    }
    return new TableLayout(columns, Lines.open(terminal));
  }
}
