package io.tributary.run;

import io.tributary.config.AsOfSeries;
import io.tributary.config.BoundSource;
import io.tributary.config.FeatureFiles;
import io.tributary.config.Problem;
import io.tributary.config.Project;
import io.tributary.config.TableCatalog;
import io.tributary.objects.ObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definition files of features as objects of the project's bucket. */
final class FeatureObjects {
  private final ObjectStore objects;
  private final FeatureProblems check;

  /**
   * @param check what is wrong with the features of a project with these sources
   */
  FeatureObjects(ObjectStore objects, FeatureProblems check) {
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
   * Checks that the as-of times up to the run's own are not too many.
   *
   * @throws io.tributary.error.UserException if they are
   */
  void count(Project project, Instant asOf) {
    if (AsOfSeries.isTooLong(project, asOf)) {
      throw ProjectObject.invalid(
          List.of(new Problem(PlanStep.PROJECT_FILE, 0, AsOfSeries.TOO_LONG)));
    }
  }

  /**
   * Checks them with the sources as they are.
   *
   * @param catalog where what is SQL is tried
   * @throws io.tributary.error.UserException with every problem, a line each
   */
  void check(Project project, List<BoundSource> sources, TableCatalog catalog) {
    List<Problem> problems =
        project.features().map(features -> check.of(features, sources, catalog)).orElse(List.of());
    if (!problems.isEmpty()) {
      throw ProjectObject.invalid(problems);
    }
  }
}
