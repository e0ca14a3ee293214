package io.tributary.features;

import java.util.Objects;

/**
 * A feature as the last run calculated it, at its newest as-of moment.
 *
 * @param nullShare of the profiles that do not have it, 0 to 1; 0 where there are none
 * @param distribution of those that have it: for numbers the least, the quartiles and the greatest
 *     value, for truth values the share that is true, else the values and the most frequent one
 */
public record FeatureSummary(
    String name,
    String type,
    String definition,
    String description,
    double nullShare,
    String distribution) {
  public FeatureSummary {
    Objects.requireNonNull(name);
    Objects.requireNonNull(distribution);
  }
}
