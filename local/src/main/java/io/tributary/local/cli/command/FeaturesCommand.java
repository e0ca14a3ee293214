package io.tributary.local.cli.command;

import io.tributary.features.FeatureSummary;
import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ProjectLock;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.screen.FeatureScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code features}: the features of a project as the last run calculated them. */
@Command(
    name = "features",
    description = {
      "List the features of the last run: definition, share of profiles without, distribution.",
      "Of numbers it shows the least, the quartiles and the greatest value, at the newest as-of time.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tributary features shop",
      "  ./tributary features shop --format markdown > features.md"
    })
public final class FeaturesCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Function<Path, List<FeatureSummary>> engine;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How it is printed: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format;

  /** How features are printed; lower case, as it is typed. */
  enum Format {
    table,
    markdown
  }

  /**
   * @param engine summarizes the features of a folder's warehouse
   */
  public FeaturesCommand(Terminal terminal, Function<Path, List<FeatureSummary>> engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectFolder.withProject(folder);
    ProjectLock.whileReading(folder, this::listHere);
    return ExitCode.DONE.number();
  }

  private void listHere() {
    var screen = new FeatureScreen(terminal);
    List<FeatureSummary> features = engine.apply(folder);
    switch (format) {
      case table -> screen.print(features);
      case markdown -> screen.printMarkdown(features);
    }
  }
}
