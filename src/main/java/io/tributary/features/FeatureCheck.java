package io.tributary.features;

import io.tributary.config.BoundSource;
import io.tributary.config.Features;
import io.tributary.config.Problem;
import io.tributary.config.TableCatalog;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a project's own features, once its sources are known. */
public final class FeatureCheck {
  private FeatureCheck() {}

  /**
   * Problems by file and line: names that clash, and expressions over columns that are not there.
   *
   * @param sources the project's, with the columns of their tables
   * @param catalog where what is SQL is tried, on no rows
   */
  public static List<Problem> problems(
      Features features, List<BoundSource> sources, TableCatalog catalog) {
    List<Problem> problems = new ArrayList<>(FeatureRegistry.problems(features));
    CompiledFeatures compiled = FeatureCompiler.compile(features, sources, true);
    compiled.mistakes().stream()
        .map(mistake -> mistake.feature().rule().place().problem(mistake.key(), mistake.sentence()))
        .filter(problem -> !problems.contains(problem))
        .forEach(problems::add);
    problems.addAll(new FeatureTrial(compiled, catalog).problems());
    return problems;
  }
}
