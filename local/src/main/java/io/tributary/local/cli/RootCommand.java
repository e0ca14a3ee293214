package io.tributary.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./tributary} itself: what every command shares. */
@Command(
    name = "./tributary",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Turns raw customer events into attribution and channel reports, here on a local cloud.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tributary demo                      try it: make a small shop and run everything on it",
      "  ./tributary init shop                 map the files in shop/data to a project",
      "  ./tributary run shop                  run the pipeline and print the channel report",
      "  ./tributary query shop \"select * from channel_reporting\"",
      "",
      "Exit codes: 0 done, 1 the run failed, 2 the input is wrong, 3 held by another run, 130 Ctrl-C."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help with its examples.")
  private boolean help;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  boolean isDebugging() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }
}
