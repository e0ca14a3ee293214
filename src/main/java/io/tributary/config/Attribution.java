package io.tributary.config;

import java.util.List;
import java.util.Objects;

/**
 * How credit is given.
 *
 * @param directChannels a regular expression; lower-cased channels that it finds are direct
 * @param halfLifeDays the half life of time_decay, in days of 24 hours
 * @param positionWeights percent for the first, the middle and the last sessions
 * @param fallback the built-in model that credits what the service could not
 */
public record Attribution(
    Journeys journeys,
    CostScope costScope,
    String directChannels,
    double halfLifeDays,
    List<Integer> positionWeights,
    Model fallback,
    List<Model> models,
    Ihc ihc) {
  public Attribution {
    positionWeights = List.copyOf(positionWeights);
    models = List.copyOf(models);
    Objects.requireNonNull(journeys);
    Objects.requireNonNull(costScope);
    Objects.requireNonNull(directChannels);
    Objects.requireNonNull(ihc);
    if (!(halfLifeDays > 0)) {
      throw new IllegalArgumentException("A half life is above 0");
    }
    if (positionWeights.size() != 3
        || positionWeights.stream().mapToInt(Integer::intValue).sum() != 100) {
      throw new IllegalArgumentException("Position weights are three percentages of 100");
    }
    if (fallback == Model.IHC) {
      throw new IllegalArgumentException("The fallback credits what ihc could not");
    }
  }
}
