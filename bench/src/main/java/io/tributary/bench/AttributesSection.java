package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** (j): attributes beside SQL that a person wrote for the same. */
final class AttributesSection {
  private static final double GOAL = 1.5;

  private final Figures figures;

  AttributesSection(Figures figures) {
    this.figures = figures;
  }

  String text() throws IOException {
    JsonNode measured = figures.of("attributes");
    double share =
        measured.path("stage_seconds").asDouble() / measured.path("by_hand_seconds").asDouble();
    return """

    ## (j) Attributes

    All attributes of all profiles, from staged events with a JSON payload to rows of profile,
    attribute and value, and from those to the wide table. The goal is at most %s times the seconds by hand.

    %s"""
        .formatted(
            Figures.decimal(GOAL),
            Figures.head(
                    "events",
                    "profiles",
                    "attributes",
                    "values",
                    "the stage",
                    "by hand",
                    "of by hand",
                    "values that differ",
                    "profiles that differ")
                + Figures.row(
                    Figures.count(measured.path("events")),
                    Figures.count(measured.path("profiles")),
                    Figures.count(measured.path("attributes")),
                    Figures.count(measured.path("values")),
                    Figures.seconds(measured.path("stage_seconds")),
                    Figures.seconds(measured.path("by_hand_seconds")),
                    Figures.decimal(share) + (share > GOAL ? " (missed)" : ""),
                    Figures.count(measured.path("different")),
                    Figures.count(measured.path("different_profiles"))));
  }
}
