package io.tributary.local.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** Runs a command line: finds the command, runs it, and turns every failure into a sentence. */
public final class CommandShell {
  private final RootCommand root = new RootCommand();
  private final CommandLine commandLine = new CommandLine(root);
  private final ErrorReport errors;

  /**
   * @param commands picocli command objects, in the order in which help lists them; each returns
   *     its {@link ExitCode}
   */
  public CommandShell(Terminal terminal, List<?> commands) {
    this.errors = new ErrorReport(terminal);
    commands.forEach(commandLine::addSubcommand);
    Ansi ansi = terminal.colour() == Terminal.Colour.ON ? Ansi.ON : Ansi.OFF;
    commandLine
        .setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(this::failed)
        .setParameterExceptionHandler((mistake, arguments) -> errors.print(mistake).number());
  }

  /** Runs one command line and says how it ended. Nothing is thrown. */
  public ExitCode run(String... arguments) {
    try {
      return ExitCode.values()[commandLine.execute(asked(arguments))];
    } catch (OutOfMemoryError | LinkageError failure) {
      return errors.print(failure, root.isDebugging());
    }
  }

  /** {@code help run} means {@code run --help}. */
  private static String[] asked(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    String[] asked = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
    asked[asked.length - 1] = "--help";
    return asked;
  }

  private int failed(Exception failure, CommandLine command, ParseResult parsed) {
    return errors.print(failure, root.isDebugging()).number();
  }
}
