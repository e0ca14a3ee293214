package io.tributary.run;

import io.tributary.config.Problem;
import io.tributary.config.Project;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The operator's corrections as an object of the project's bucket, and as each run keeps them. */
final class CorrectionsObject {
  private final ObjectStore objects;
  private final BiFunction<Project, byte[], List<Problem>> check;

  /**
   * @param check what is wrong with the file in a project
   */
  CorrectionsObject(ObjectStore objects, BiFunction<Project, byte[], List<Problem>> check) {
    this.objects = objects;
    this.check = check;
  }

  /**
   * The file, where there is one.
   *
   * @throws io.tributary.error.UserException with every problem of the file, a line each
   */
  Optional<byte[]> read(Project project) {
    Optional<byte[]> file = objects.get(PlanStep.CORRECTIONS_FILE).map(StoredObject::body);
    List<Problem> problems = file.map(bytes -> check.apply(project, bytes)).orElse(List.of());
    if (!problems.isEmpty()) {
      throw ProjectObject.invalid(problems);
    }
    return file;
  }

  /** Keeps what a run goes by, whatever becomes of the file meanwhile. */
  void keep(byte[] file, long run) {
    objects.put(new RunFolder(run).corrections(), file);
  }
}
