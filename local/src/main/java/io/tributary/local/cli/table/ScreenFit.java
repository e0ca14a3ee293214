package io.tributary.local.cli.table;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.TableLayout.Column;
import io.tributary.local.cli.table.TableLayout.Lines;
import io.tributary.local.cli.table.TableLayout.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a table fits the screen: long texts are cut first, then columns at the right are left out. A
 * pipe gets everything.
 *
 * @param leftOut names of the columns that do not fit
 */
record ScreenFit(
    TableLayout layout, List<Column> shown, List<String> leftOut, Cut cut, String ellipsis) {
  private static final int LONGEST_CUT_TEXT = 40;

  /** Whether texts longer than their column are cut. */
  enum Cut {
    NOTHING,
    LONG_TEXTS
  }

  static ScreenFit of(List<Column> columns, Lines lines, Terminal terminal) {
    String ellipsis = terminal.isUnicode() ? "…" : "~";
    TableLayout natural = new TableLayout(columns, lines);
    int screen = terminal.columns().orElse(Integer.MAX_VALUE);
    if (natural.width() <= screen) {
      return new ScreenFit(natural, columns, List.of(), Cut.NOTHING, ellipsis);
    }
    List<Column> shown =
        new ArrayList<>(
            columns.stream().map(column -> narrowed(column, LONGEST_CUT_TEXT)).toList());
    List<String> leftOut = new ArrayList<>();
    while (shown.size() > 1 && new TableLayout(shown, lines).width() > screen) {
      leftOut.add(0, shown.remove(shown.size() - 1).header());
    }
    if (shown.size() == 1) {
      shown.set(0, narrowed(shown.get(0), screen));
    }
    return new ScreenFit(new TableLayout(shown, lines), shown, leftOut, Cut.LONG_TEXTS, ellipsis);
  }

  /** The cells that are shown, long texts cut. */
  List<String> cut(List<String> cells) {
    List<String> fitting = new ArrayList<>();
    for (int index = 0; index < shown.size(); index++) {
      fitting.add(cut == Cut.NOTHING ? cells.get(index) : cut(cells.get(index), shown.get(index)));
    }
    return fitting;
  }

  /** What the reader does not see, and how to see it. */
  Optional<String> note() {
    if (cut == Cut.NOTHING) {
      return Optional.empty();
    }
    String missing =
        leftOut.isEmpty()
            ? "Long values are cut"
            : "Not shown for want of room: " + leftOut.stream().collect(Collectors.joining(", "));
    return Optional.of(missing + "; name the columns you want, or use --format csv.");
  }

  private String cut(String text, Column column) {
    if (column.side() == Side.RIGHT || Column.length(text) <= column.width()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, Math.max(0, column.width() - 1));
    return text.substring(0, end) + ellipsis;
  }

  private static Column narrowed(Column column, int widest) {
    boolean keep = column.side() == Side.RIGHT || column.width() <= widest;
    return keep
        ? column
        : new Column(
            column.header(), column.side(), Math.max(widest, Column.length(column.header())));
  }
}
