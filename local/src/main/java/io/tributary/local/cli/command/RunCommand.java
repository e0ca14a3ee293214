package io.tributary.local.cli.command;

import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ProjectLock;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.run.RunPlan.Paying;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: the pipeline of a project folder on the local cloud. */
@Command(
    name = "run",
    description = {
      "Run the pipeline of a project folder on the local cloud and print the channel report.",
      ""
    },
    footer = {
      "",
      "A second run is incremental: journeys that have an answer are not sent and not paid again.",
      "Ctrl-C ends a run and leaves the tables as the last successful run published them.",
      "",
      "Examples:",
      "  ./tributary run shop                                     the window of shop/tributary.yaml",
      "  ./tributary run shop --from 2023-01-01 --to 2023-03-31   both days included",
      "  ./tributary run shop --dry-run                           calculate, but send and pay nothing"
    })
public final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;
  private final BiConsumer<RunOptions, RunScreen> engine;

  @Parameters(paramLabel = "DIR", description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "D",
      converter = Moment.class,
      description = "First day or moment of the window; default: the project's start_date.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "D",
      converter = Moment.class,
      description =
          "Last day of the window, included whole, or its exact end; default: the project's end_date.")
  private String to;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = Moment.class,
      description = "The moment as of which customers are described; default: the window's end.")
  private String asOf;

  @Option(
      names = "--only",
      paramLabel = "STAGE",
      split = ",",
      description =
          "Run the chain only up to the last of these stages, parted by commas: extract, encode,"
              + " stitch, context, attributes, journeys, attribute, credit, report.")
  private List<String> only = List.of();

  @ArgGroup private Sending sending = new Sending();

  /** Options of which a command line has at most one. */
  private static final class Sending {
    @Option(
        names = "--dry-run",
        description =
            "Calculate, but call the attribution service for nothing and publish nothing.")
    private boolean dryRun;

    @Option(
        names = "--no-reuse",
        description = "Send every journey anew and pay for it, also where an answer is kept.")
    private boolean noReuse;
  }

  /**
   * @param engine does the run and tells the screen; it returns only if the run succeeded
   */
  public RunCommand(Terminal terminal, Clock clock, BiConsumer<RunOptions, RunScreen> engine) {
    this.terminal = terminal;
    this.clock = clock;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectFolder.withProject(folder);
    ProjectLock.whileRunning(folder, clock, this::runHere);
    return ExitCode.DONE.number();
  }

  private void runHere() {
    try (RunScreen screen = new RunScreen(terminal)) {
      engine.accept(options(), screen);
    }
  }

  private RunOptions options() {
    return new RunOptions(
        folder,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(asOf),
        only,
        paying());
  }

  private Paying paying() {
    if (sending.dryRun) {
      return Paying.NOTHING;
    }
    return sending.noReuse ? Paying.ALL_JOURNEYS : Paying.NEW_JOURNEYS;
  }
}
