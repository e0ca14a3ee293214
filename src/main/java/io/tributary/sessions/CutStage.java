package io.tributary.sessions;

import io.tributary.run.Histories;
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

/** Cuts the tracks and pages of each person into sessions, and unloads new user agents. */
public final class CutStage implements Stage {
  public static final String NAME = "cut";

  /** What keeps within 2.5 GB of memory: a session and its texts are about 600 bytes of it. */
  private static final long SESSIONS_A_SLICE = 2_500_000;

  private static final int MOST_SLICES = 24;

  private final long sessionsASlice;

  public CutStage() {
    this(SESSIONS_A_SLICE);
  }

  /**
   * The stage with another size of slices.
   *
   * @param sessionsASlice about how many sessions one statement describes
   */
  public CutStage(long sessionsASlice) {
    this.sessionsASlice = sessionsASlice;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return List.of(CutStage::cut, this::inputs, CutStage::unload);
  }

  private static Optional<StatementBatch> cut(StageContext context) {
    var sql = new SessionStatements(context);
    List<String> statements = new ArrayList<>();
    if (context.plan().project().identity().isPresent()) {
      statements.add(sql.render("view_int_event_users"));
      statements.add(sql.render("view_int_users"));
    }
    statements.addAll(sql.table("int_strangers", sql.events()));
    statements.addAll(sql.table("int_session_events", sql.events()));
    statements.addAll(sql.table("int_session_bounds", Map.of()));
    if (sql.hasTracksAndPages()) {
      statements.add(sql.render("first_of_tied", Map.of("what", "event")));
      statements.add(sql.render("first_of_tied", Map.of("what", "agent")));
    }
    sql.marks().ifPresent(marks -> statements.addAll(sql.table("int_session_marks", marks)));
    return Optional.of(new StatementBatch(statements, Map.of()));
  }

  /** What each session is made of, and which is as it was before this run. */
  private Optional<StatementBatch> inputs(StageContext context) {
    var sql = new SessionStatements(context);
    List<String> statements = new ArrayList<>(Histories.undo(context, "web_sessions"));
    statements.add(sql.render("create_int_session_inputs"));
    int slices = slices(context.query("sessions/sessions_cut.sql", Map.of()).number(0, 0));
    for (int slice = 0; slice < slices; slice++) {
      statements.add(sql.render("int_session_inputs", sql.inputs(slice, slices)));
    }
    statements.addAll(sql.table("int_same_sessions", Map.of()));
    Map<String, String> parameters = new HashMap<>(Map.of("run", context.run()));
    if (sql.arrives()) {
      statements.addAll(sql.table("int_new_agents", Map.of()));
      parameters.put("parser", UserAgents.VERSION);
    }
    return Optional.of(new StatementBatch(statements, parameters));
  }

  /** Into how many statements sessions go, so that each keeps within memory. */
  int slices(long sessions) {
    return (int) Math.min(MOST_SLICES, 1 + sessions / sessionsASlice);
  }

  private static Optional<StatementBatch> unload(StageContext context) {
    var sql = new SessionStatements(context);
    String target = new SessionFolder(context.plan().run()).newAgents();
    return sql.arrives()
        ? Optional.of(
            new StatementBatch(List.of(sql.bulk("unload_new_agents", "target", target)), Map.of()))
        : Optional.empty();
  }

  @Override
  public StageResult finish(StageContext context) {
    Rows counts = context.query("sessions/cut_counts.sql", new SessionStatements(context).events());
    long nobody = counts.number(0, 2);
    String note =
        "%,d events are %,d sessions.".formatted(counts.number(0, 0), counts.number(0, 1));
    return new StageResult(
        counts.number(0, 0) + nobody,
        counts.number(0, 1),
        0,
        nobody == 0
            ? note
            : note + " %,d events without user and anonymous_id are in none.".formatted(nobody),
        List.of(),
        List.of());
  }
}
