package io.tributary.run;

import io.tributary.config.Problem;
import io.tributary.config.ProjectFile;
import io.tributary.config.ProjectReader;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import java.util.List;

/** The project file as an object of the project's bucket. */
final class ProjectObject {
  private ProjectObject() {}

  /**
   * The file, which holds a project.
   *
   * @throws UserException if there is none, or with every problem of the file, a line each
   */
  static ProjectFile read(ObjectStore objects) {
    StoredObject stored = objects.get(PlanStep.PROJECT_FILE).orElseThrow(() -> missing(objects));
    ProjectFile file = ProjectReader.read(PlanStep.PROJECT_FILE, stored.body());
    if (file.project().isEmpty()) {
      throw invalid(file.problems());
    }
    return file;
  }

  static UserException invalid(List<Problem> problems) {
    return new UserException(
        ErrorCode.PROJECT_INVALID,
        String.join("\n", problems.stream().map(Problem::toString).toList()));
  }

  private static UserException missing(ObjectStore objects) {
    return new UserException(
        ErrorCode.PROJECT_INVALID,
        "There is no project file %s; copy your tributary.yaml there."
            .formatted(objects.uri(PlanStep.PROJECT_FILE)));
  }
}
