package io.tributary.local.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The files that are being written, in a folder a process; what killed processes left goes. */
final class Scratch {
  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  static Scratch open(Path parent) throws IOException {
    Files.createDirectories(parent);
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path left : folders.filter(Scratch::isAbandoned).toList()) {
        remove(left);
      }
    }
    Path own = parent.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    return new Scratch(Files.createDirectories(own));
  }

  /** The path of a new file. */
  Path file() {
    return folder.resolve(UUID.randomUUID().toString());
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      // Another process tidied up at the same time.
      return;
    }
  }

  private static boolean isAbandoned(Path folder) {
    String process = folder.getFileName().toString().split("-", 2)[0];
    return process.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(process)).isEmpty();
  }
}
