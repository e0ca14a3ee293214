package io.tributary.config;

import java.util.OptionalInt;

/**
 * Which sessions belong to a conversion.
 *
 * @param lookbackDays days of 24 hours before the conversion; empty for all
 * @param maxSessionsPerJourney the most recent so many are kept; empty for all
 */
public record Journeys(
    OptionalInt lookbackDays, Boundary boundary, OptionalInt maxSessionsPerJourney) {

  /** Whether a session at the very moment of the conversion belongs to it. */
  public enum Boundary {
    INCLUSIVE,
    EXCLUSIVE
  }
}
