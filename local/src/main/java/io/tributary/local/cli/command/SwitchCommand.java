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
import picocli.CommandLine.Parameters;

/** A command that makes another run live, and says how to take that back. */
abstract class SwitchCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;
  private final BiFunction<Path, Optional<Long>, Switched> engine;

  @Parameters(paramLabel = "DIR", description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  /**
   * @param engine makes the run of the second argument live
   */
  SwitchCommand(Terminal terminal, Clock clock, BiFunction<Path, Optional<Long>, Switched> engine) {
    this.terminal = terminal;
    this.clock = clock;
    this.engine = engine;
  }

  /** The run that the operator named. */
  abstract Optional<Long> wanted();

  /** What takes the switch back, in a sentence; empty where nothing does. */
  abstract Optional<String> wayBack(Path folder, Switched switched);

  @Override
  public final Integer call() {
    ProjectFolder.withProject(folder);
    ProjectLock.whileChanging(folder, clock, () -> print(engine.apply(folder, wanted())));
    return ExitCode.DONE.number();
  }

  private void print(Switched switched) {
    String before =
        switched.before() == 0 ? "nothing was" : "before it was run " + switched.before();
    terminal.out().println("Run " + switched.now() + " is live now; " + before + ".");
    switched.warnings().forEach(warning -> terminal.out().println("  ! " + warning));
    wayBack(folder, switched).ifPresent(terminal.out()::println);
  }
}
