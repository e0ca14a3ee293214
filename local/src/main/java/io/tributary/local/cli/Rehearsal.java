package io.tributary.local.cli;

/**
 * Walks through the short commands once, so that the launcher can archive the classes that they
 * load and later starts are fast.
 */
public final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] arguments) {
    var shell = new CommandShell(Terminal.ofProcess(), Main.commands(Terminal.ofProcess()));
    shell.run("--help");
    shell.run("--no-such-option");
  }
}
