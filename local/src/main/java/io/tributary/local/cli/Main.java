package io.tributary.local.cli;

import java.util.List;

/** The command line's start: the one place that builds the commands and ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandShell(Terminal.ofProcess(), commands()).run(arguments).number());
  }

  /** The commands whose engines exist. */
  static List<Object> commands() {
    return List.of();
  }
}
