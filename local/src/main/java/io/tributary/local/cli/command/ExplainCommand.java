package io.tributary.local.cli.command;

import io.tributary.identity.Explained;
import io.tributary.local.cli.ExitCode;
import io.tributary.local.cli.ProjectLock;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.screen.ExplanationScreen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: why two identifiers are one profile, or why they are not. */
@Command(
    name = "explain",
    description = {
      "Say why two identifiers are one profile: the shortest chain of events between them.",
      "Where a guard rail keeps them apart, say which, and in which event.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tributary explain shop user_id:ada email:ada@example.com",
      "  ./tributary explain shop user_id:ada anonymous_id:tablet --format json"
    })
public final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Explainer engine;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The project folder, which holds tributary.yaml.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "TYPE:VALUE", description = "An identifier.")
  private String one;

  @Parameters(index = "2", paramLabel = "TYPE:VALUE", description = "Another one.")
  private String other;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How it is printed: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format;

  /** How an explanation is printed; lower case, as it is typed. */
  enum Format {
    text,
    json
  }

  /** Explains two identifiers of a project folder. */
  @FunctionalInterface
  public interface Explainer {
    Explained explain(Path folder, String one, String other);
  }

  public ExplainCommand(Terminal terminal, Explainer engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    ProjectFolder.withProject(folder);
    ProjectLock.whileReading(folder, this::explainHere);
    return ExitCode.DONE.number();
  }

  private void explainHere() {
    var screen = new ExplanationScreen(terminal);
    Explained explained = engine.explain(folder, one, other);
    switch (format) {
      case text -> screen.print(explained);
      case json -> screen.printJson(explained);
    }
  }
}
