package io.tributary.config;

import java.util.Set;

/**
 * What project files of a later version may say: it is refused by name and not as a typing error.
 */
final class Planned {
  static final Set<String> KEYS = Set.of("segments", "metrics", "delivery");
  static final Set<String> SOURCE_KINDS = Set.of("segment_events", "behavior");
  static final Set<String> MODELS = Set.of("markov", "shapley");

  private Planned() {}
}
