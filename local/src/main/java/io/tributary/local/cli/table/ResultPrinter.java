package io.tributary.local.cli.table;

import io.tributary.local.cli.Terminal;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Prints what a statement gave, row by row; stops when nobody reads any more. */
public final class ResultPrinter {
  private static final int BUFFER = 1 << 16;
  private static final int ROWS_BETWEEN_CHECKS = 1_000;

  private final Terminal terminal;
  private final PrintStream screen;
  private final String nullSign;

  public ResultPrinter(Terminal terminal) {
    this(terminal, terminal.isUnicode() ? "–" : "-");
  }

  /**
   * @param nullSign what a table shows for null
   */
  public ResultPrinter(Terminal terminal, String nullSign) {
    this.terminal = buffered(terminal);
    this.screen = terminal.out();
    this.nullSign = nullSign;
  }

  /** Prints all rows to the terminal's output. The caller closes the rows. */
  public void print(ResultRows result, TableFormat format) {
    switch (format) {
      case TABLE -> table(result);
      case CSV -> csv(result);
      case JSON -> json(result);
    }
    terminal.out().flush();
  }

  private void table(ResultRows result) {
    TableRows table = new TableRows(terminal, nullSign, result.columns());
    whileRead(result.rows()).forEachOrdered(table::row);
    long count = table.end();
    if (terminal.isScreen()) {
      terminal.note(count == 1 ? "(1 row)" : "(" + count + " rows)");
    }
  }

  private void csv(ResultRows result) {
    CsvRows csv = new CsvRows(terminal.out());
    csv.line(result.columns());
    whileRead(result.rows()).forEachOrdered(csv::line);
  }

  private void json(ResultRows result) {
    JsonRows json = new JsonRows(terminal.out(), result.columns());
    whileRead(result.rows()).forEachOrdered(json::row);
    json.end();
  }

  /** The rows until the reader of a pipe has gone, as {@code head} does. */
  private Stream<List<Object>> whileRead(Stream<List<Object>> rows) {
    AtomicLong count = new AtomicLong();
    return rows.sequential()
        .takeWhile(
            row -> count.incrementAndGet() % ROWS_BETWEEN_CHECKS != 0 || !screen.checkError());
  }

  private static Terminal buffered(Terminal terminal) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(terminal.out(), BUFFER), false, StandardCharsets.UTF_8);
    return new Terminal(
        out, terminal.err(), terminal.columns(), terminal.glyphs(), terminal.colour());
  }
}
