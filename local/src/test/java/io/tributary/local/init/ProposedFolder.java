package io.tributary.local.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A folder of raw files for which a project is proposed. */
abstract class ProposedFolder {
  @TempDir Path folder;

  void write(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProjectProposal propose() {
    return ProjectProposal.of(folder);
  }

  static String withoutComments(String yaml) {
    return yaml.replaceAll("(?m) *#.*$", "").replaceAll("(?m)^project: .*$", "project: P");
  }
}
