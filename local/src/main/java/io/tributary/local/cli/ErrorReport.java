package io.tributary.local.cli;

import io.tributary.local.cli.Terminal.Colour;

/** Prints a failure: one sentence on the error stream, and the stack trace only when asked for. */
final class ErrorReport {
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final Terminal terminal;

  ErrorReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Says that the command line itself is wrong. */
  ExitCode print(picocli.CommandLine.ParameterException mistake) {
    say(CommandMistake.sentence(mistake));
    return ExitCode.WRONG_INPUT;
  }

  /** Says why a command failed. */
  ExitCode print(Throwable failure, boolean withStackTrace) {
    say(FailureSentence.of(failure));
    if (withStackTrace) {
      failure.printStackTrace(terminal.err());
    }
    return ExitCode.of(failure);
  }

  private void say(String sentence) {
    terminal.note(
        terminal.colour() == Colour.ON
            ? RED + "error:" + PLAIN + " " + sentence
            : "error: " + sentence);
  }
}
