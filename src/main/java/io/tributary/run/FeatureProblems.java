package io.tributary.run;

import io.tributary.config.BoundSource;
import io.tributary.config.Features;
import io.tributary.config.Problem;
import io.tributary.config.TableCatalog;
import java.util.List;

/** What is wrong with the features of a project that has these sources. */
@FunctionalInterface
public interface FeatureProblems {
  List<Problem> of(Features features, List<BoundSource> sources, TableCatalog catalog);
}
