package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.TableLayout;
import io.tributary.local.cli.table.TableLayout.Column;
import io.tributary.local.cli.table.TableLayout.Lines;
import io.tributary.local.cli.table.TableLayout.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Models side by side: a line a channel, the revenue of a model a column; more models than the
 * width holds go into a further block below.
 */
final class ModelComparison {
  private static final int WIDTH_OF_A_PIPE = 100;
  private static final BigDecimal WHOLE_NUMBERS_FROM = BigDecimal.valueOf(10_000);

  private final Terminal terminal;
  private final List<String> channels;

  /**
   * @param channels those with a line of their own, in order; all others share one
   */
  ModelComparison(Terminal terminal, List<String> channels) {
    this.terminal = terminal;
    this.channels = channels;
  }

  /** The lines, the main model first. */
  List<String> lines(String main, Map<String, List<ChannelTotals>> models) {
    Set<String> ordered = new LinkedHashSet<>(List.of(main));
    ordered.addAll(models.keySet());
    Set<String> others = new LinkedHashSet<>();
    models.values().forEach(totals -> totals.forEach(total -> others.add(total.channel())));
    channels.forEach(others::remove);
    List<String> names = new ArrayList<>(channels);
    if (!others.isEmpty()) {
      names.add(ChannelReport.others(others.size()));
    }
    names.add("total");
    Column first =
        Column.fitting(
            "channel",
            Side.LEFT,
            names.stream().map(name -> ChannelName.shown(name, terminal)).toList());
    List<ModelColumn> columns =
        ordered.stream().map(model -> column(model, models.get(model), !others.isEmpty())).toList();
    return blocks(first, names, columns);
  }

  /** A model's column: its layout and its cells from top to bottom. */
  private record ModelColumn(Column layout, List<String> cells) {}

  private ModelColumn column(String model, List<ChannelTotals> totals, boolean withOthers) {
    Map<String, BigDecimal> revenue = new LinkedHashMap<>();
    totals.forEach(total -> revenue.merge(total.channel(), total.revenue(), BigDecimal::add));
    BigDecimal sum = ChannelReport.sum(totals);
    List<BigDecimal> figures = new ArrayList<>();
    channels.forEach(channel -> figures.add(revenue.getOrDefault(channel, BigDecimal.ZERO)));
    if (withOthers) {
      figures.add(figures.stream().reduce(sum, BigDecimal::subtract));
    }
    figures.add(sum);
    boolean whole = sum.abs().compareTo(WHOLE_NUMBERS_FROM) >= 0;
    List<String> cells =
        figures.stream()
            .map(figure -> whole ? Figures.whole(figure) : Figures.amount(figure))
            .toList();
    return new ModelColumn(Column.fitting(header(model), Side.RIGHT, cells), cells);
  }

  /** A long name stands on two lines. */
  private static String header(String model) {
    return model.replaceFirst("_", "_\n");
  }

  private List<String> blocks(Column first, List<String> names, List<ModelColumn> columns) {
    List<String> lines = new ArrayList<>();
    List<ModelColumn> block = new ArrayList<>();
    for (ModelColumn column : columns) {
      List<ModelColumn> wider = new ArrayList<>(block);
      wider.add(column);
      if (!block.isEmpty() && layout(first, wider).width() > width()) {
        lines.addAll(block(first, names, block));
        lines.add("");
        block.clear();
      }
      block.add(column);
    }
    lines.addAll(block(first, names, block));
    return lines;
  }

  private List<String> block(Column first, List<String> names, List<ModelColumn> columns) {
    TableLayout layout = layout(first, columns);
    List<String> lines = new ArrayList<>(layout.header());
    for (int row = 0; row < names.size(); row++) {
      int at = row;
      List<String> cells = new ArrayList<>(List.of(ChannelName.shown(names.get(row), terminal)));
      columns.forEach(column -> cells.add(column.cells().get(at)));
      if (row == names.size() - 1) {
        lines.add(layout.rule());
      }
      lines.add(layout.row(cells));
    }
    return lines;
  }

  private TableLayout layout(Column first, List<ModelColumn> columns) {
    List<Column> all = new ArrayList<>(List.of(first));
    columns.forEach(column -> all.add(column.layout()));
    return new TableLayout(all, Lines.open(terminal));
  }

  private int width() {
    return terminal.columns().orElse(WIDTH_OF_A_PIPE);
  }
}
