package io.tributary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the page of results. */
final class Results {
  private Results() {}

  static void write(Path figures, Path page) throws IOException {
    Files.writeString(page, "");
  }
}
