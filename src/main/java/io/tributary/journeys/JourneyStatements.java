package io.tributary.journeys;

import io.tributary.config.Journeys;
import io.tributary.config.Journeys.Boundary;
import io.tributary.run.StageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements that make journeys out of staged conversions and sessions. */
public final class JourneyStatements {
  private JourneyStatements() {}

  /** Journeys as configured, and the two tables that are published; they use {@code :run}. */
  public static List<String> of(StageContext context, Journeys journeys) {
    boolean stitched = context.plan().project().identity().isPresent();
    Map<String, Object> shape = new HashMap<>();
    boolean ordered = EventJourneys.orders(context.plan()).isPresent();
    boolean web = EventJourneys.ofWebSessions(context.plan());
    shape.put("conversions", stitched && !ordered ? "stg_profile_conversions" : "stg_conversions");
    shape.put("sessions", stitched && !web ? "stg_profile_sessions" : "stg_sessions");
    shape.put("upper_bound", journeys.boundary() == Boundary.INCLUSIVE ? "<=" : "<");
    shape.put("lookback", boxed(journeys.lookbackDays()));
    shape.put("most_sessions", boxed(journeys.maxSessionsPerJourney()));
    return List.of(
        context.render("journeys/create_int_journey_sessions.sql"),
        context.render("journeys/int_journey_sessions.sql", shape),
        context.render("journeys/delete_conversions.sql"),
        context.render("journeys/conversions.sql", shape),
        context.render("journeys/delete_journey_sessions.sql"),
        context.render("journeys/journey_sessions.sql"));
  }

  private static Integer boxed(java.util.OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
