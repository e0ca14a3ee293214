package io.tributary.run;

import io.tributary.config.BoundSource;
import io.tributary.config.FeatureFiles;
import io.tributary.config.Features;
import io.tributary.config.Problem;
import io.tributary.config.Project;
import io.tributary.objects.ObjectStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The definition files of features as objects of the project's bucket. */
final class FeatureObjects {
  private final ObjectStore objects;
  private final BiFunction<Features, List<BoundSource>, List<Problem>> check;

  /**
   * @param check what is wrong with the features of a project with these sources
   */
  FeatureObjects(
      ObjectStore objects, BiFunction<Features, List<BoundSource>, List<Problem>> check) {
    this.objects = objects;
    this.check = check;
  }

  /**
   * The project with the features of its files.
   *
   * @throws io.tributary.error.UserException with every problem of the files, a line each
   */
  Project read(Project project) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    objects.list(FeatureFiles.FOLDER).stream()
        .filter(FeatureFiles::isOne)
        .sorted()
        .forEach(name -> files.put(name, objects.read(name)));
    List<Problem> problems = new ArrayList<>();
    Project whole = FeatureFiles.with(project, files, problems);
    if (!problems.isEmpty()) {
      throw ProjectObject.invalid(problems);
    }
    return whole;
  }

  /**
   * Checks them with the sources as they are.
   *
   * @throws io.tributary.error.UserException with every problem, a line each
   */
  void check(Project project, List<BoundSource> sources) {
    List<Problem> problems =
        project.features().map(features -> check.apply(features, sources)).orElse(List.of());
    if (!problems.isEmpty()) {
      throw ProjectObject.invalid(problems);
    }
  }
}
