package io.tributary.features;

import io.tributary.config.BoundSource;
import io.tributary.config.FeatureScope;
import java.util.Objects;
import java.util.Optional;

/**
 * What features are taken from: events of a source, or something made of events.
 *
 * @param name as definitions may call it
 * @param bound the source of its events; empty where it is made of those of several
 */
record FeatureSource(String name, Rows rows, Optional<BoundSource> bound, FeatureScope scope) {
  FeatureSource {
    Objects.requireNonNull(rows);
    Objects.requireNonNull(bound);
    Objects.requireNonNull(scope);
  }

  /** How its rows come about. */
  enum Rows {
    EVENTS("events"),
    /** Of the rows of one order the latest before the as-of moment. */
    ORDERS("orders"),
    /** The products of orders. */
    LINES("lines"),
    /** Tracks and pages. */
    ACTIVITY("activity"),
    /** Web sessions as they were before the as-of moment. */
    SESSIONS("sessions");

    private final String file;

    Rows(String file) {
      this.file = file;
    }

    /** Whether a row that is there at a moment is there at all later ones. */
    boolean isForEver() {
      return this == EVENTS || this == ACTIVITY;
    }

    /** The SQL file that gives the rows. */
    String file() {
      return "features/rows_of_" + file + ".sql";
    }
  }
}
