package io.tributary.local.cli.command;

import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code generate}: a project folder with made-up, realistic shop data. */
@Command(
    name = "generate",
    description = {
      "Write a project folder with realistic shop data; the same options write the same bytes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tributary generate shop",
      "  ./tributary generate big --users 200000 --days 365 --seed 7"
    })
public final class GenerateCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Function<GenerateOptions, List<String>> engine;

  @Parameters(paramLabel = "DIR", description = "The project folder to write.")
  private Path folder;

  @Option(
      names = "--users",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "2000",
      description = "How many people visit the shop; default: ${DEFAULT-VALUE}.")
  private int users;

  @Option(
      names = "--days",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "90",
      description = "How many days of history; default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed makes the same shop; default: ${DEFAULT-VALUE}.")
  private long seed;

  /**
   * @param engine writes the folder and returns a line for each thing that it wrote
   */
  public GenerateCommand(Terminal terminal, Function<GenerateOptions, List<String>> engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    engine.apply(new GenerateOptions(folder, users, days, seed)).forEach(terminal.out()::println);
    terminal.out().println("Next: ./tributary run " + folder);
    return ExitCode.DONE.number();
  }
}
