package io.tributary.local.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, as a sentence with the nearest thing that would be right. */
final class CommandMistake {
  private CommandMistake() {}

  static String sentence(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (mistake instanceof MissingParameterException missing) {
      return missing(missing);
    }
    return finished(mistake.getMessage().replaceFirst("^Error: ", "")) + help(spec(mistake));
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    CommandSpec command = spec(mistake);
    String argument = mistake.getUnmatched().get(0);
    boolean isCommand = command.parent() == null && !argument.startsWith("-");
    if (isCommand) {
      return LaterCommand.of(argument)
          .map(LaterCommand::refusal)
          .orElseGet(() -> "There is no command '" + argument + "'" + nearest(mistake));
    }
    if (mistake.isUnknownOption()) {
      return command.qualifiedName() + " has no option '" + argument + "'" + nearest(mistake);
    }
    return command.qualifiedName()
        + " does not take '"
        + argument
        + "' as well; put quotes around an argument that holds spaces."
        + help(command);
  }

  private static String missing(MissingParameterException mistake) {
    CommandSpec command = spec(mistake);
    String what =
        mistake.getMissing().stream()
            .map(CommandMistake::named)
            .collect(Collectors.joining(" and "));
    return command.qualifiedName() + " needs " + what + "." + help(command);
  }

  private static String named(ArgSpec argument) {
    return argument.isOption()
        ? "a value for " + ((picocli.CommandLine.Model.OptionSpec) argument).longestName()
        : argument.paramLabel();
  }

  private static String nearest(UnmatchedArgumentException mistake) {
    List<String> near = mistake.getSuggestions();
    String mend = near.isEmpty() ? "." : "; did you mean " + near.get(0) + "?";
    return mend + help(spec(mistake));
  }

  private static String help(CommandSpec command) {
    return " " + command.qualifiedName() + " --help shows what there is.";
  }

  private static String finished(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  private static CommandSpec spec(ParameterException mistake) {
    return mistake.getCommandLine().getCommandSpec();
  }
}
