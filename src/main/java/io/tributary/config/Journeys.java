package io.tributary.config;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Which sessions belong to a conversion.
 *
 * @param lookbackDays days of 24 hours before the conversion; empty for all
 * @param maxSessionsPerJourney the most recent so many are kept; empty for all
 */
public record Journeys(
    OptionalInt lookbackDays, Boundary boundary, OptionalInt maxSessionsPerJourney) {

  public Journeys {
    Objects.requireNonNull(boundary);
    if (lookbackDays.orElse(1) < 1 || maxSessionsPerJourney.orElse(1) < 1) {
      throw new IllegalArgumentException("A limit of journeys is at least 1");
    }
  }

  /** Whether a session at the very moment of the conversion belongs to it. */
  public enum Boundary {
    INCLUSIVE,
    EXCLUSIVE
  }
}
