package io.tributary.local.cli.command;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The DIR of a command line, looked at before anything else is started. */
final class ProjectFolder {
  private static final String PROJECT_FILE = "tributary.yaml";

  private ProjectFolder() {}

  /**
   * The folder, which has a project file.
   *
   * @throws UserException if it has none, or is none
   */
  static Path withProject(Path folder) {
    existing(folder);
    if (!Files.isRegularFile(folder.resolve(PROJECT_FILE))) {
      throw wrong(
          folder + " has no " + PROJECT_FILE + "; ./tributary init " + folder + " writes one.");
    }
    return folder;
  }

  /**
   * The folder, which is there.
   *
   * @throws UserException if it is not
   */
  static Path existing(Path folder) {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    if (Files.exists(folder)) {
      throw wrong(folder + " is a file; name the project folder instead, the one that holds it.");
    }
    throw wrong(
        "There is no folder "
            + folder
            + "; name a project folder, or make one with ./tributary generate "
            + folder
            + ".");
  }

  private static UserException wrong(String sentence) {
    return new UserException(ErrorCode.PROJECT_INVALID, sentence);
  }
}
