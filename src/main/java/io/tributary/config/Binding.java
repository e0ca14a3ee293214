package io.tributary.config;

import java.util.List;

/**
 * The sources as they were found in the raw tables.
 *
 * @param sources those whose columns could all be found
 * @param problems what keeps the others from being read, by line
 */
public record Binding(List<BoundSource> sources, List<Problem> problems) {
  public Binding {
    sources = List.copyOf(sources);
    problems = List.copyOf(problems);
  }
}
