package io.tributary.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Walks through the commands once on a tiny shop, so that the launcher can archive the classes that
 * they load and later starts are fast.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Rehearses in a temporary folder, which it takes away again. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("tributary-rehearsal");
    try {
      rehearse(folder.resolve("shop").toString());
    } finally {
      remove(folder);
    }
  }

  private static void rehearse(String shop) {
    Terminal terminal = Terminal.ofProcess();
    for (String[] command :
        List.of(
            new String[] {"--help"},
            new String[] {"--no-such-option"},
            new String[] {"generate", shop, "--users", "30", "--days", "10"},
            new String[] {"validate", shop},
            new String[] {"run", shop},
            new String[] {"query", shop, "select * from channel_reporting"})) {
      new CommandShell(terminal, Main.commands(terminal)).run(command);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
