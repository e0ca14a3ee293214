package io.tributary.local.cli.table;

import io.tributary.local.cli.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of text: their headers, widths and sides, and the lines between them. */
public final class TableLayout {
  private final List<Column> columns;
  private final Lines lines;

  /** To which side of its column a text goes. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /** What stands between columns and under headers. */
  public enum Lines {
    /** Two spaces, and a rule of minus signs. */
    PLAIN("  ", "  ", "-"),
    /** Two spaces, and a drawn rule. */
    OPEN("  ", "  ", "─"),
    /** A drawn rule each way. */
    BOXED(" │ ", "─┼─", "─");

    private final String gap;
    private final String crossing;
    private final String rule;

    Lines(String gap, String crossing, String rule) {
      this.gap = gap;
      this.crossing = crossing;
      this.rule = rule;
    }

    /** The lines for a table that a report shows. */
    public static Lines open(Terminal terminal) {
      return terminal.isUnicode() ? OPEN : PLAIN;
    }

    /** The lines for a table of any content: drawn on a screen that can, plain for a pipe. */
    public static Lines boxed(Terminal terminal) {
      return terminal.isUnicode() && terminal.isScreen() ? BOXED : PLAIN;
    }
  }

  /**
   * A column.
   *
   * @param header one or more lines, parted by {@code \n}
   * @param width in characters
   */
  public record Column(String header, Side side, int width) {
    /** A column as wide as its header and the widest of these cells. */
    public static Column fitting(String header, Side side, List<String> cells) {
      int widest = cells.stream().mapToInt(Column::length).max().orElse(0);
      int headerWidth = header.lines().mapToInt(Column::length).max().orElse(0);
      return new Column(header, side, Math.max(widest, headerWidth));
    }

    static int length(String text) {
      return text.codePointCount(0, text.length());
    }

    private String padded(String text) {
      String space = " ".repeat(Math.max(0, width - length(text)));
      return side == Side.RIGHT ? space + text : text + space;
    }
  }

  public TableLayout(List<Column> columns, Lines lines) {
    this.columns = List.copyOf(columns);
    this.lines = lines;
  }

  /** The width of every line, in characters. */
  public int width() {
    int cells = columns.stream().mapToInt(Column::width).sum();
    return cells + lines.gap.length() * (columns.size() - 1);
  }

  /** The headers, bottom-aligned where they have several lines, and the rule under them. */
  public List<String> header() {
    List<List<String>> headers =
        columns.stream().map(column -> column.header().lines().toList()).toList();
    int height = headers.stream().mapToInt(List::size).max().orElse(0);
    List<String> drawn = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      int fromBottom = height - line;
      drawn.add(
          row(
              headers.stream()
                  .map(
                      header ->
                          fromBottom > header.size() ? "" : header.get(header.size() - fromBottom))
                  .toList()));
    }
    drawn.add(rule());
    return drawn;
  }

  public String rule() {
    return columns.stream()
        .map(column -> lines.rule.repeat(column.width()))
        .collect(Collectors.joining(lines.crossing));
  }

  /** One row; a cell wider than its column pushes the others aside, so that nothing is lost. */
  public String row(List<String> cells) {
    return IntStream.range(0, columns.size())
        .mapToObj(index -> columns.get(index).padded(cells.get(index)))
        .collect(Collectors.joining(lines.gap))
        .stripTrailing();
  }
}
