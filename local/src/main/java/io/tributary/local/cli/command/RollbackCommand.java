package io.tributary.local.cli.command;

import io.tributary.local.cli.Terminal;
import io.tributary.run.LiveRuns.Switched;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
public final class RollbackCommand extends SwitchCommand {
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
    super(terminal, clock, engine);
  }

  @Override
  Optional<Long> wanted() {
    return Optional.ofNullable(run);
  }

  @Override
  Optional<String> wayBack(Path folder, Switched switched) {
    return Optional.of(
        "./tributary publish %s --run %d takes it back, until the next run begins."
            .formatted(folder, switched.before()));
  }
}
