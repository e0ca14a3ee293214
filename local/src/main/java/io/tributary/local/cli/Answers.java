package io.tributary.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a person answers to a question of a command.
 *
 * @param lines what is typed; empty where nobody sits at a terminal
 */
public record Answers(Optional<BufferedReader> lines) {
  /** The property by which the launcher says that the input comes from a terminal. */
  static final String PROPERTY = "tributary.answers";

  private static final Set<String> YES = Set.of("y", "yes");

  /** Those of the process's own terminal. */
  public static Answers ofProcess() {
    return System.getProperty(PROPERTY) == null
        ? none()
        : new Answers(
            Optional.of(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))));
  }

  /** There is nobody to ask. */
  public static Answers none() {
    return new Answers(Optional.empty());
  }

  /** Whether somebody can be asked. */
  public boolean canAsk() {
    return lines.isPresent();
  }

  /** Asks, and takes anything but yes for no. */
  public boolean agrees(Terminal terminal, String question) {
    terminal.out().print(question + " [y/N] ");
    terminal.out().flush();
    try {
      String line = lines.isPresent() ? lines.get().readLine() : null;
      return line != null && YES.contains(line.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
