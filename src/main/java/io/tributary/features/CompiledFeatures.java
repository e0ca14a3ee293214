package io.tributary.features;

import java.util.List;

/**
 * The features of a run.
 *
 * @param all in the order of their definitions, those that are left out too
 * @param formulas in an order in which each comes after those that it reads
 * @param leftOut what cannot be calculated from what the project has
 * @param mistakes what is wrong with a project's own definitions
 */
record CompiledFeatures(
    List<Feature> all,
    List<CompiledFeature> aggregated,
    List<CompiledFormula> formulas,
    List<LeftOut> leftOut,
    List<Mistake> mistakes) {
  CompiledFeatures {
    all = List.copyOf(all);
    aggregated = List.copyOf(aggregated);
    formulas = List.copyOf(formulas);
    leftOut = List.copyOf(leftOut);
    mistakes = List.copyOf(mistakes);
  }

  /** A feature that is left out, and what it needs. */
  record LeftOut(Feature feature, String reason) {}

  /** What is wrong with a key of a definition. */
  record Mistake(Feature feature, String key, String sentence) {}
}
