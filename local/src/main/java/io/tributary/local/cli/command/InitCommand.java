package io.tributary.local.cli.command;

import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code init}: a project file for data that is already there. */
@Command(
    name = "init",
    description = {
      "Look at the files in DIR/data and write DIR/tributary.yaml, with a comment at each guess.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  mkdir -p shop/data && cp orders.csv visits.csv shop/data",
      "  ./tributary init shop"
    })
public final class InitCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Function<Path, Proposal> engine;

  @Parameters(paramLabel = "DIR", description = "The folder with the files in data/.")
  private Path folder;

  /**
   * A project file that was written.
   *
   * @param file where it lies
   * @param unanswered a sentence for each thing that could not be guessed; with one or more of them
   *     the project does not validate yet
   */
  public record Proposal(Path file, List<String> unanswered) {
    public Proposal {
      unanswered = List.copyOf(unanswered);
    }
  }

  /**
   * @param engine writes the project file of a folder
   */
  public InitCommand(Terminal terminal, Function<Path, Proposal> engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Proposal proposal = engine.apply(ProjectFolder.existing(folder));
    terminal.out().println("Wrote " + proposal.file() + ", with a comment at each guess.");
    if (proposal.unanswered().isEmpty()) {
      terminal.out().println("Read it, then: ./tributary run " + folder);
      return ExitCode.DONE.number();
    }
    proposal.unanswered().forEach(terminal.err()::println);
    terminal.note("Fill that in, then: ./tributary validate " + folder);
    return ExitCode.WRONG_INPUT.number();
  }
}
