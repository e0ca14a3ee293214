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

/** {@code publish}: makes a run live that was only calculated. */
@Command(
    name = "publish",
    description = {
      "Make a run live that was only calculated, with publish: false or by run --dry-run.",
      ""
    },
    footer = {
      "",
      "It also puts a run back that rollback took away. Either works until the next run begins:",
      "that begins from what is live.",
      "",
      "Examples:",
      "  ./tributary publish shop            the newest run that is not live",
      "  ./tributary publish shop --run 12"
    })
public final class PublishCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;
  private final BiFunction<Path, Optional<Long>, Switched> engine;

  @Parameters(paramLabel = "DIR", description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  @Option(names = "--run", paramLabel = "RUN", description = "The run; default: the newest.")
  private Long run;

  /**
   * @param engine makes the run of the second argument live
   */
  public PublishCommand(
      Terminal terminal, Clock clock, BiFunction<Path, Optional<Long>, Switched> engine) {
    this.terminal = terminal;
    this.clock = clock;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectFolder.withProject(folder);
    ProjectLock.whileChanging(folder, clock, this::publishHere);
    return ExitCode.DONE.number();
  }

  private void publishHere() {
    Switched switched = engine.apply(folder, Optional.ofNullable(run));
    SwitchReport.print(terminal, switched);
    if (switched.before() > 0) {
      terminal.out().println("./tributary rollback " + folder + " goes back.");
    }
  }
}
