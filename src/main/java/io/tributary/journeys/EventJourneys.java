package io.tributary.journeys;

import io.tributary.config.BoundSource;
import io.tributary.config.SourceKind;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of events what the project has no source of: web sessions are its marketing sessions, and
 * orders its conversions.
 */
public final class EventJourneys {
  private final StageContext context;
  private final RunPlan plan;

  public EventJourneys(StageContext context) {
    this.context = context;
    this.plan = context.plan();
  }

  /** Whether web sessions are credited. */
  static boolean ofWebSessions(RunPlan plan) {
    return plan.source(SourceKind.SESSION_SOURCES).isEmpty();
  }

  /** The source whose orders are the conversions; empty where there are conversions. */
  public static Optional<BoundSource> orders(RunPlan plan) {
    return plan.source(SourceKind.CONVERSIONS).isPresent()
        ? Optional.empty()
        : plan.source(SourceKind.ORDER_COMPLETED);
  }

  /** What is staged for journeys; empty where sources bring all. */
  public Optional<StatementBatch> staged() {
    List<String> statements = new ArrayList<>();
    Map<String, String> parameters = new HashMap<>();
    if (ofWebSessions(plan)) {
      statements.add(context.render("extract/create_stg_sessions.sql"));
      statements.add(context.render("journeys/web_marketing_sessions.sql"));
    }
    orders(plan)
        .ifPresent(
            orders -> {
              statements.addAll(conversions(orders));
              parameters.put("run", context.run());
              parameters.put("window_from", context.windowFrom());
              parameters.put("window_to", context.windowTo());
            });
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatementBatch(statements, parameters));
  }

  private List<String> conversions(BoundSource source) {
    String name = source.source().name();
    boolean identified = plan.project().identity().isPresent();
    Map<String, Object> names =
        Map.of(
            "orders", Identifiers.text(name),
            "identified", identified,
            "alone", Identifiers.text(name + ":"));
    return List.of(
        context.render("journeys/create_int_orders.sql"),
        context.render("journeys/int_orders.sql", names),
        context.render("journeys/delete_rejected_orders.sql"),
        context.render("journeys/reject_orders.sql", names),
        context.render("extract/create_stg_conversions.sql"),
        context.render("journeys/order_conversions.sql"));
  }
}
