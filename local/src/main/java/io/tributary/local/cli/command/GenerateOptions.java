package io.tributary.local.cli.command;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The shop to make up.
 *
 * @param folder the project folder to write
 * @param users visitors, at least 1
 * @param days days of history, at least 1
 * @param seed the same seed makes the same shop
 */
public record GenerateOptions(Path folder, int users, int days, long seed) {
  public GenerateOptions {
    Objects.requireNonNull(folder);
    if (users < 1 || days < 1) {
      throw new IllegalArgumentException("A shop has at least one user and one day");
    }
  }
}
