package io.tributary.local.cli.table;

import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.TableLayout.Column;
import io.tributary.local.cli.table.TableLayout.Lines;
import io.tributary.local.cli.table.TableLayout.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prints rows as a table. The first rows decide the widths and the rest streams, so that a large
 * result needs no memory.
 */
final class TableRows {
  private static final int ROWS_THAT_DECIDE = 2_000;

  private final Terminal terminal;
  private final String nullSign;
  private final List<String> names;
  private final List<List<Object>> first = new ArrayList<>();
  private Optional<ScreenFit> fit = Optional.empty();
  private long count;

  TableRows(Terminal terminal, String nullSign, List<String> names) {
    this.terminal = terminal;
    this.nullSign = nullSign;
    this.names = names;
  }

  void row(List<Object> values) {
    count++;
    if (fit.isPresent()) {
      print(fit.get(), values);
      return;
    }
    first.add(values);
    if (first.size() == ROWS_THAT_DECIDE) {
      decide();
    }
  }

  /** Prints what is left and returns how many rows there were. */
  long end() {
    if (fit.isEmpty()) {
      decide();
    }
    fit.flatMap(ScreenFit::note).ifPresent(terminal::note);
    return count;
  }

  private void decide() {
    ScreenFit decided = ScreenFit.of(columns(), Lines.boxed(terminal), terminal);
    decided.layout().header().forEach(terminal.out()::println);
    first.forEach(row -> print(decided, row));
    first.clear();
    fit = Optional.of(decided);
  }

  private void print(ScreenFit fit, List<Object> row) {
    terminal.out().println(fit.layout().row(fit.cut(row.stream().map(this::cell).toList())));
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      int at = index;
      List<Object> values = new ArrayList<>();
      first.forEach(row -> values.add(row.get(at)));
      List<String> cells = values.stream().map(this::cell).toList();
      columns.add(Column.fitting(CellText.readable(names.get(index)), side(values), cells));
    }
    return columns;
  }

  private static Side side(List<Object> values) {
    boolean anyNumber = values.stream().anyMatch(Number.class::isInstance);
    boolean onlyNumbers =
        values.stream().allMatch(value -> value == null || value instanceof Number);
    return anyNumber && onlyNumbers ? Side.RIGHT : Side.LEFT;
  }

  private String cell(Object value) {
    return value == null ? nullSign : CellText.readable(value);
  }
}
