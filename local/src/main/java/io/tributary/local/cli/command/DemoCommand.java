package io.tributary.local.cli.command;

import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ProjectLock;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.screen.RunScreen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code demo}: a small shop, made and run. */
@Command(
    name = "demo",
    description = {
      "Make a small shop, run the whole pipeline on it and print the channel report.",
      ""
    },
    footer = {"", "Example:", "  ./tributary demo"})
public final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;
  private final Path folder;
  private final Consumer<RunScreen> engine;

  /**
   * @param folder where the shop is made
   * @param engine makes the shop, does the run and tells the screen; it returns only if the run
   *     succeeded
   */
  public DemoCommand(Terminal terminal, Clock clock, Path folder, Consumer<RunScreen> engine) {
    this.terminal = terminal;
    this.clock = clock;
    this.folder = folder;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectLock.whileRunning(folder, clock, this::runHere);
    return ExitCode.DONE.number();
  }

  private void runHere() {
    try (RunScreen screen = new RunScreen(terminal)) {
      engine.accept(screen);
    }
  }
}
