package io.tributary.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project's definition files of features, read together. */
public final class FeatureFiles {
  /** Where they lie in a project folder, and beside the project file in a project's bucket. */
  public static final String FOLDER = "features/";

  private FeatureFiles() {}

  /** Whether a file of that folder is one of them. */
  public static boolean isOne(String name) {
    return name.startsWith(FOLDER)
        && name.indexOf('/', FOLDER.length()) < 0
        && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  /**
   * The project with the features of its files.
   *
   * @param files bytes by name, such as {@code features/orders.yaml}
   * @param problems is told what is wrong
   */
  public static Project with(Project project, Map<String, byte[]> files, List<Problem> problems) {
    List<FeatureRule> rules = new ArrayList<>();
    int before = problems.size();
    files.forEach(
        (name, bytes) -> {
          FeatureFileReader.Read read = FeatureFileReader.read(name, bytes);
          rules.addAll(read.rules());
          problems.addAll(read.problems());
          if (project.features().isEmpty()) {
            problems.add(
                new Problem(
                    name,
                    0,
                    "The project has no `features`; add `features: {}` to the project file, or"
                        + " remove this file."));
          }
        });
    if (problems.size() > before) {
      rules.removeIf(rule -> rule.formula().isPresent());
    }
    return project.features().isEmpty()
        ? project
        : project.withFeatures(project.features().get().withRules(rules));
  }
}
