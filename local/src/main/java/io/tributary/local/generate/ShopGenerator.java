package io.tributary.local.generate;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes a project folder with the data of a shop that never was: visitors and customers, campaigns
 * and weekdays, orders and costs. Equal settings give equal bytes; the data is streamed.
 */
public final class ShopGenerator {
  private ShopGenerator() {}

  /**
   * @param directory made where it is missing; empty, or generated before
   * @throws UserException if the folder holds something else or cannot be written
   */
  public static ShopSummary generate(Path directory, ShopSettings settings) {
    try {
      Path project = directory.resolve("tributary.yaml");
      check(directory, project);
      Files.createDirectories(directory);
      ShopProjectFile.write(project, settings);
      return fill(directory, settings);
    } catch (IOException e) {
      throw new UserException(
          ErrorCode.PROJECT_INVALID,
          "The shop cannot be written to " + directory + ": " + e + ". Name a folder that can be.",
          e);
    }
  }

  private static ShopSummary fill(Path directory, ShopSettings settings) throws IOException {
    ShopCalendar calendar = new ShopCalendar(settings);
    try (ShopTables tables = new ShopTables(directory, settings, calendar)) {
      for (int user = 0; user < settings.users(); user++) {
        new Visitor(calendar, tables, settings, user).live();
      }
      return tables.finish(directory);
    }
  }

  private static void check(Path directory, Path project) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    if (!Files.isDirectory(directory)) {
      throw refused(directory + " is a file, not a folder");
    }
    try (Stream<Path> files = Files.list(directory)) {
      boolean empty = files.allMatch(file -> file.getFileName().toString().startsWith("."));
      if (!empty && !ShopProjectFile.isGenerated(project)) {
        throw refused("The folder " + directory + " is not empty and was not generated");
      }
    }
  }

  private static UserException refused(String reason) {
    return new UserException(
        ErrorCode.PROJECT_INVALID,
        reason + ": name a new folder, so that nothing of yours is overwritten.");
  }
}
