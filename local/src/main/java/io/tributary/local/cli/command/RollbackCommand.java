package io.tributary.local.cli.command;

import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ProjectLock;
import io.tributary.local.cli.Terminal;
import io.tributary.run.LiveRuns.Switched;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback}: goes back to a run that was live. */
@Command(
    name = "rollback",
    description = {"Go back to a run that was live and is kept; keep_runs says how many are.", ""},
    footer = {
      "",
      "The next run begins from what is live then, and what is newer is taken back.",
      "",
      "Examples:",
      "  ./tributary rollback shop           the run that was live before",
      "  ./tributary rollback shop --to 11"
    })
public final class RollbackCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;
  private final BiFunction<Path, Optional<Long>, Switched> engine;

  @Parameters(paramLabel = "DIR", description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  @Option(
      names = "--to",
      paramLabel = "RUN",
      description = "The run; default: the newest before the live one.")
  private Long run;

  /**
   * @param engine goes back to the run of the second argument
   */
  public RollbackCommand(
      Terminal terminal, Clock clock, BiFunction<Path, Optional<Long>, Switched> engine) {
    this.terminal = terminal;
    this.clock = clock;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectFolder.withProject(folder);
    ProjectLock.whileChanging(folder, clock, this::goBackHere);
    return ExitCode.DONE.number();
  }

  private void goBackHere() {
    Switched switched = engine.apply(folder, Optional.ofNullable(run));
    SwitchReport.print(terminal, switched);
    terminal
        .out()
        .println(
            "./tributary publish "
                + folder
                + " --run "
                + switched.before()
                + " takes it back, until the next run begins.");
  }
}
