package io.tributary.local.cli.command;

import io.tributary.local.cli.Terminal;
import io.tributary.run.LiveRuns.Switched;

/** Says what is live now. */
final class SwitchReport {
  private SwitchReport() {}

  static void print(Terminal terminal, Switched switched) {
    String before =
        switched.before() == 0 ? "nothing was" : "before it was run " + switched.before();
    terminal.out().println("Run " + switched.now() + " is live now; " + before + ".");
    switched.warnings().forEach(warning -> terminal.out().println("  ! " + warning));
  }
}
