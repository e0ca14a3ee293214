package io.tributary.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole commands, typed over a small project folder. */
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

  TypedCommands(Path folder) throws IOException {
    this.folder = folder;
    write("tributary.yaml", PROJECT);
    write("data/raw.conversions.csv", CONVERSIONS);
    write("data/raw.session_sources.csv", SESSIONS);
  }

  /** What the last command printed. */
  ScreenCapture capture() {
    return capture;
  }

  /** Types a command whose project folder comes after its name. */
  ExitCode run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = arguments[0];
    all[1] = folder.toString();
    System.arraycopy(arguments, 1, all, 2, arguments.length - 1);
    return type(all);
  }

  /** Types a command as it is. */
  ExitCode type(String... words) {
    capture = new ScreenCapture();
    Terminal terminal = capture.pipe();
    return new CommandShell(terminal, Main.commands(terminal)).run(words);
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
