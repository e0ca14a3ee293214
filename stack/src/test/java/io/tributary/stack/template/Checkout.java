package io.tributary.stack.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository. */
final class Checkout {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Checkout() {}

  static Path file(String name) {
    return ROOT.resolve(name);
  }

  static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
