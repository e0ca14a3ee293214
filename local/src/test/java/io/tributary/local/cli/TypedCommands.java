package io.tributary.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project folder and what its user types and reads. Not safe for use by several threads. */
final class TypedCommands {
  static final String PROJECT =
      """
      project: shop
      sources:
        conversions: {kind: conversions}
        sessions: {kind: session_sources}
      """;
  static final String CONVERSIONS =
      """
      conversion_id,user_id,timestamp,revenue
      a,anna,2023-01-10 12:00:00,100.00
      """;
  static final String SESSIONS =
      """
      session_id,user_id,timestamp,channel_name
      s1,anna,2023-01-10 11:00:00,Email
      """;

  private final Path folder;
  private ScreenCapture capture = new ScreenCapture();

  TypedCommands(Path folder) {
    this.folder = folder;
  }

  /** Over a project of one conversion and its session. */
  static TypedCommands overSmallProject(Path folder) {
    return new TypedCommands(folder)
        .write("tributary.yaml", PROJECT)
        .write("data/raw.conversions.csv", CONVERSIONS)
        .write("data/raw.session_sources.csv", SESSIONS);
  }

  Path folder() {
    return folder;
  }

  /** A command and its words after the folder's name. */
  ExitCode run(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add(1, folder.toString());
    return type(line.toArray(String[]::new));
  }

  /** Types a command as it is. */
  ExitCode type(String... words) {
    Terminal terminal = clean();
    return new CommandShell(terminal, Main.commands(terminal)).run(words);
  }

  /** A terminal that has shown nothing yet. */
  Terminal clean() {
    capture = new ScreenCapture();
    return capture.pipe();
  }

  /** What the last command printed. */
  ScreenCapture capture() {
    return capture;
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
