package io.tributary.sessions;

import io.tributary.config.SourceKind;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of each session where it came from, on what device, and its channel, and writes those that
 * are not as the last run left them.
 */
public final class SessionsStage implements Stage {
  public static final String NAME = "sessions";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(SessionsStage::referrers, SessionsStage::agents, SessionsStage::history);
  }

  private static Optional<StatementBatch> referrers(StageContext context) {
    var sql = new SessionStatements(context);
    if (!sql.arrives()) {
      return Optional.empty();
    }
    String key = new SessionFolder(context.plan().run()).referrers();
    context.objects().put(key, PublicReferrers.rows());
    List<String> statements = new ArrayList<>();
    statements.add(sql.render("create_int_known_referrers"));
    statements.add(sql.bulk("copy_known_referrers", "source", key));
    if (context.plan().source(SourceKind.REFERRERS).isPresent()) {
      statements.add(sql.render("delete_known_referrers"));
      statements.add(sql.render("own_known_referrers"));
    }
    statements.addAll(sql.table("int_referrer_places", SessionStatements.places()));
    statements.addAll(sql.table("int_referrer_names", Map.of()));
    return Optional.of(new StatementBatch(statements, Map.of()));
  }

  /** What the function parsed is kept, so that the next run need not. */
  private static Optional<StatementBatch> agents(StageContext context) {
    var sql = new SessionStatements(context);
    String key = new SessionFolder(context.plan().run()).parsedAgents();
    if (!sql.arrives() || context.objects().get(key).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StatementBatch(
            List.of(
                sql.render("drop_parsed_agents"),
                sql.render("create_int_parsed_agents"),
                sql.bulk("copy_parsed_agents", "source", key),
                sql.render("user_agents")),
            Map.of("parser", UserAgents.VERSION)));
  }

  private static Optional<StatementBatch> history(StageContext context) {
    var sql = new SessionStatements(context);
    List<String> statements = new ArrayList<>();
    statements.add(sql.render("supersede_web_sessions"));
    statements.add(sql.render("web_sessions", sql.sessions()));
    statements.add(sql.render("view_int_web_sessions"));
    Map<String, String> parameters = new HashMap<>(Map.of("run", context.run()));
    if (sql.arrives()) {
      parameters.put("parser", UserAgents.VERSION);
    }
    return Optional.of(new StatementBatch(statements, parameters));
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = context.query("sessions/counts.sql", Map.of());
    StringBuilder note =
        new StringBuilder(
            "%,d sessions: %,d are new or changed, %,d are gone or were otherwise."
                .formatted(counts.number(0, 0), counts.number(0, 1), counts.number(0, 2)));
    List<String> left = leftOut(context);
    left.forEach(sentence -> note.append(' ').append(sentence));
    return new StageResult(
        counts.number(0, 0), counts.number(0, 1), 0, note.toString(), left, List.of());
  }

  private static List<String> leftOut(StageContext context) {
    var sql = new SessionStatements(context);
    List<String> unknown = sql.unknown();
    if (unknown.isEmpty()) {
      return List.of();
    }
    return List.of(
        "Left out, because there is no source of kind `pages`: "
            + (sql.arrives()
                ? String.join(", ", unknown)
                : "pages, campaigns, referrers, devices and channels of sessions")
            + ".");
  }
}
