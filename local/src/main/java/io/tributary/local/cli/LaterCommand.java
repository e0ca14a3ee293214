package io.tributary.local.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A command that a later version brings: refused by name instead of as a mistyped one. */
enum LaterCommand {
  DEPLOY("brings the pipeline to AWS"),
  REDELIVER("sends what a destination missed");

  private final String purpose;

  LaterCommand(String purpose) {
    this.purpose = purpose;
  }

  static Optional<LaterCommand> of(String name) {
    return Arrays.stream(values()).filter(command -> command.label().equals(name)).findFirst();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String refusal() {
    return "'"
        + label()
        + "' ("
        + purpose
        + ") comes with a later version; ./tributary --help lists what this one has.";
  }
}
