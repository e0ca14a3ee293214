package io.tributary.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project folder and what its user types and reads. Not safe for use by several threads. */
final class TypedCommands {
  private final Path folder;
  private ScreenCapture capture = new ScreenCapture();

  TypedCommands(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** A command and its words after the folder's name. */
  ExitCode run(String... words) {
    Terminal terminal = clean();
    List<String> line = new ArrayList<>(List.of(words));
    line.add(1, folder.toString());
    return new CommandShell(terminal, Main.commands(terminal)).run(line.toArray(String[]::new));
  }

  /** A terminal that has shown nothing yet. */
  Terminal clean() {
    capture = new ScreenCapture();
    return capture.pipe();
  }

  /** All that the last command printed. */
  String shown() {
    return capture.out() + capture.err();
  }

  /** A query's rows as CSV without its head. */
  List<String> rows(String sql) {
    run("query", sql, "--format", "csv");
    return capture.out().lines().skip(1).toList();
  }

  TypedCommands write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
