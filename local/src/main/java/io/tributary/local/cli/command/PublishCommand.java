package io.tributary.local.cli.command;

import io.tributary.local.cli.Terminal;
import io.tributary.run.LiveRuns.Switched;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
public final class PublishCommand extends SwitchCommand {
  @Option(names = "--run", paramLabel = "RUN", description = "The run; default: the newest.")
  private Long run;

  /**
   * @param engine makes the run of the second argument live
   */
  public PublishCommand(
      Terminal terminal, Clock clock, BiFunction<Path, Optional<Long>, Switched> engine) {
    super(terminal, clock, engine);
  }

  @Override
  Optional<Long> wanted() {
    return Optional.ofNullable(run);
  }

  @Override
  Optional<String> wayBack(Path folder, Switched switched) {
    return switched.before() == 0
        ? Optional.empty()
        : Optional.of("./tributary rollback " + folder + " goes back.");
  }
}
