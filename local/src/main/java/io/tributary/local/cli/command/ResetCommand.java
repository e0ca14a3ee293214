package io.tributary.local.cli.command;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.local.cli.Answers;
import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ProjectLock;
import io.tributary.local.cli.Terminal;
import io.tributary.run.Resets.Outcome;
import io.tributary.run.Resets.Values;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reset}: the next run calculates a part of the project from scratch. */
@Command(
    name = "reset",
    description = {"Have the next run calculate identities or attributes from scratch.", ""},
    footer = {
      "",
      "Without --keep-values what was calculated is dropped at once, of all runs that are kept.",
      "With it everything stays as it is until a run that calculated anew is live.",
      "",
      "Examples:",
      "  ./tributary reset shop --identity --keep-values",
      "  ./tributary reset shop --all --yes"
    })
public final class ResetCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Answers answers;
  private final Clock clock;
  private final BiFunction<ResetOptions, Predicate<Map<String, Long>>, Outcome> engine;

  @Parameters(paramLabel = "DIR", description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  @ArgGroup(multiplicity = "1")
  private Part part = new Part();

  @Option(
      names = "--keep-values",
      description = "Keep what there is until the recalculation replaces it.")
  private boolean keepValues;

  @Option(names = "--yes", description = "Do not ask before anything is dropped.")
  private boolean yes;

  /** Options of which a command line has exactly one. */
  private static final class Part {
    @Option(names = "--identity", description = "The profiles that identifiers are in.")
    private boolean identity;

    @Option(names = "--attributes", description = "The attributes of profiles.")
    private boolean attributes;

    @Option(names = "--context", description = "The values of the context.")
    private boolean context;

    @Option(names = "--features", description = "The features of all as-of times.")
    private boolean features;

    @Option(names = "--all", description = "All of these that the project has.")
    private boolean all;

    private List<String> names() {
      if (all) {
        return List.of();
      }
      if (identity) {
        return List.of("identity");
      }
      if (features) {
        return List.of("features");
      }
      return List.of(attributes ? "attributes" : "context");
    }
  }

  /**
   * @param engine resets what the options say; it is told whether what goes may go
   */
  public ResetCommand(
      Terminal terminal,
      Answers answers,
      Clock clock,
      BiFunction<ResetOptions, Predicate<Map<String, Long>>, Outcome> engine) {
    this.terminal = terminal;
    this.answers = answers;
    this.clock = clock;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectFolder.withProject(folder);
    if (!keepValues && !yes && !answers.canAsk()) {
      throw new UserException(
          ErrorCode.NOT_AVAILABLE,
          "reset drops what was calculated, and there is nobody at a terminal to ask; add --yes to"
              + " drop it, or --keep-values to keep it until the next run replaces it.");
    }
    ProjectLock.whileChanging(folder, clock, this::resetHere);
    return ExitCode.DONE.number();
  }

  private void resetHere() {
    Values values = keepValues ? Values.KEPT : Values.DROPPED;
    Outcome outcome =
        engine.apply(new ResetOptions(folder, part.names(), values), rows -> yes || agrees(rows));
    terminal
        .out()
        .println(
            switch (outcome) {
              case RESET -> "The next run calculates it from scratch: ./tributary run " + folder;
              case LEFT -> "Nothing was changed.";
            });
  }

  private boolean agrees(Map<String, Long> rows) {
    String what =
        rows.entrySet().stream()
            .filter(table -> table.getValue() > 0)
            .map(table -> "%,d rows of %s".formatted(table.getValue(), table.getKey()))
            .collect(Collectors.joining(", "));
    return answers.agrees(
        terminal, "This drops " + what + ", of all runs that are kept. Drop them?");
  }
}
