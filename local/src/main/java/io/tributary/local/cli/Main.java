package io.tributary.local.cli;

import java.util.List;

/** The command line's start: the one place that builds the commands and ends the process. */
public final class Main {
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Main() {}

  public static void main(String[] arguments) {
    keepLogsQuiet(List.of(arguments).contains("--debug") ? "info" : "error");
    System.exit(new CommandShell(Terminal.ofProcess(), commands()).run(arguments).number());
  }

  /** The commands whose engines exist. */
  static List<Object> commands() {
    return List.of();
  }

  /** What a person needs to know a command says itself; the logs are for finding causes. */
  private static void keepLogsQuiet(String level) {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, level);
    }
  }
}
