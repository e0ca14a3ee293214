package io.tributary.features;

import io.tributary.config.FeatureType;
import java.util.Set;

/**
 * A feature that is calculated from others, as SQL over columns that are called as they are.
 *
 * @param reads the features that it names
 */
record CompiledFormula(Feature feature, FeatureType type, String sql, Set<String> reads) {
  CompiledFormula {
    reads = Set.copyOf(reads);
  }

  String name() {
    return feature.name();
  }
}
