package io.tributary.local.cli.screen;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.TableLayout;
import io.tributary.local.cli.table.TableLayout.Column;
import io.tributary.local.cli.table.TableLayout.Lines;
import io.tributary.local.cli.table.TableLayout.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small table of a run's results: a heading, and a cell for each header in every row.
 *
 * @param sides to which side each column goes
 */
public record Section(
    String heading, List<String> headers, List<Side> sides, List<List<String>> rows) {
  public Section {
    headers = List.copyOf(headers);
    sides = List.copyOf(sides);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Its lines; where the screen is too narrow the last column is cut. */
  List<String> lines(Terminal terminal) {
    List<List<String>> fitting = fitting(terminal);
    TableLayout layout = new TableLayout(columns(fitting), Lines.open(terminal));
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    lines.add("");
    lines.addAll(layout.header());
    fitting.forEach(row -> lines.add(layout.row(row)));
    return lines;
  }

  private List<List<String>> fitting(Terminal terminal) {
    int last = headers.size() - 1;
    int others = new TableLayout(columns(rows).subList(0, last), Lines.open(terminal)).width();
    int room =
        Math.max(
            headers.get(last).length(), terminal.columns().orElse(Integer.MAX_VALUE) - others - 2);
    return rows.stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>(row);
              cells.set(last, cut(row.get(last), room, terminal.isUnicode() ? "…" : "~"));
              return cells;
            })
        .toList();
  }

  static String cut(String text, int room, String ellipsis) {
    return text.codePointCount(0, text.length()) <= room
        ? text
        : text.substring(0, text.offsetByCodePoints(0, room - 1)) + ellipsis;
  }

  private List<Column> columns(List<List<String>> cells) {
    return IntStream.range(0, headers.size())
        .mapToObj(
            at ->
                Column.fitting(
                    headers.get(at),
                    sides.get(at),
                    cells.stream().map(row -> row.get(at)).toList()))
        .toList();
  }
}
