package io.tributary.local.cli.command;

import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ProjectLock;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.table.ResultPrinter;
import io.tributary.local.cli.table.ResultRows;
import io.tributary.local.cli.table.TableFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query}: one read-only statement on a project's local warehouse. */
@Command(
    name = "query",
    description = {
      "Run one read-only statement on the local warehouse of a project folder.",
      "The output tables need no schema before their names.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tributary query shop \"select * from channel_reporting where model = 'ihc'\"",
      "  ./tributary query shop \"select * from run_ledger\" --format json",
      "  ./tributary query shop \"select * from attribution_customer_journey\" --format csv > credit.csv"
    })
public final class QueryCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final BiFunction<Path, String, ResultRows> engine;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "SQL", description = "The statement, in quotes.")
  private String sql;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      defaultValue = "table",
      description = "How rows are printed: table, csv or json; default: ${DEFAULT-VALUE}.")
  private TableFormat format;

  /**
   * @param engine runs the statement of the second argument on the folder's warehouse
   */
  public QueryCommand(Terminal terminal, BiFunction<Path, String, ResultRows> engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectFolder.withProject(folder);
    ProjectLock.whileReading(folder, this::queryHere);
    return ExitCode.DONE.number();
  }

  private void queryHere() {
    try (ResultRows rows = engine.apply(folder, sql)) {
      new ResultPrinter(terminal).print(rows, format);
    }
  }
}
