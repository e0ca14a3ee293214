package io.tributary.local.cli.command;

import io.tributary.config.Problem;
import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code validate}: every problem of a project, at once. */
@Command(
    name = "validate",
    description = {
      "Check the project file and the source tables; print every problem with its line.",
      ""
    },
    footer = {"", "Example:", "  ./tributary validate shop"})
public final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Function<Path, List<Problem>> engine;

  @Parameters(paramLabel = "DIR", description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  /**
   * @param engine finds the problems of a project folder
   */
  public ValidateCommand(Terminal terminal, Function<Path, List<Problem>> engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<Problem> problems = engine.apply(ProjectFolder.withProject(folder));
    if (problems.isEmpty()) {
      terminal.out().println(folder + " is valid; ./tributary run " + folder + " runs it.");
      return ExitCode.DONE.number();
    }
    problems.forEach(terminal.err()::println);
    terminal.note(problems.size() == 1 ? "1 problem." : problems.size() + " problems.");
    return ExitCode.WRONG_INPUT.number();
  }
}
