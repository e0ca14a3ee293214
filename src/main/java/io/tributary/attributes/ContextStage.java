package io.tributary.attributes;

import io.tributary.config.Context;
import io.tributary.config.Context.ContextKey;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.expression.SqlQuery;
import io.tributary.run.Resets;
import io.tributary.run.RunPlan;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import io.tributary.text.Fingerprint;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calculates the values of the context that are missing, defined otherwise or too old. */
public final class ContextStage implements Stage {
  public static final String NAME = "context";

  /** A table, a transaction for each query, and what is kept of them. */
  private static final int MOST_PARTS = 100;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    Parts parts = new Parts();
    return IntStream.range(0, MOST_PARTS)
        .<StagePart>mapToObj(number -> context -> parts.batch(context, number))
        .toList();
  }

  /** One call's look at what the run calculates; every call of a run finds the same. */
  private static final class Parts {
    private List<ContextKey> due;

    Optional<StatementBatch> batch(StageContext context, int number) {
      if (due == null) {
        due = due(context);
      }
      if (number == 0) {
        String create = context.render("attributes/create_int_context.sql");
        return Optional.of(new StatementBatch(List.of(create), Map.of()));
      } else if (number <= due.size()) {
        return Optional.of(calculate(context, due.get(number - 1)));
      }
      return number == due.size() + 1 ? Optional.of(keep(context, due)) : Optional.empty();
    }
  }

  /** As of when the values of the context are looked at. */
  enum Moment {
    BEFORE_THE_RUN("<", ">="),
    IN_THE_RUN("<=", ">");

    private final String until;
    private final String after;

    Moment(String until, String after) {
      this.until = until;
      this.after = after;
    }
  }

  /** Rows of key, definition, 1 where it is too old, and value. */
  static Rows known(StageContext context, Moment moment) {
    RunPlan plan = context.plan();
    String oldest =
        StageContext.timestamp(plan.plannedAt().minus(plan.project().context().maxAge()));
    return context.query(
        "attributes/context_values.sql",
        Map.of("until", moment.until, "after", moment.after, "oldest", Identifiers.text(oldest)));
  }

  private static List<ContextKey> due(StageContext context) {
    if (Resets.isDue(context, NAME)) {
      return keys(context).keys();
    }
    Map<String, String> known = new HashMap<>();
    Rows rows = known(context, Moment.BEFORE_THE_RUN);
    for (int row = 0; row < rows.size(); row++) {
      if (rows.number(row, 2) == 0) {
        known.put(rows.text(row, 0).orElseThrow(), rows.text(row, 1).orElseThrow());
      }
    }
    return keys(context).keys().stream()
        .filter(key -> !Fingerprint.of(key.query()).equals(known.get(key.key())))
        .toList();
  }

  private static Context keys(StageContext context) {
    return context.plan().project().context();
  }

  private static StatementBatch calculate(StageContext context, ContextKey key) {
    String statement =
        context.render(
            "attributes/int_context.sql",
            Map.of(
                "base", context.render("attributes/base.sql"),
                "profiles", context.render("attributes/context_profiles.sql"),
                "key", Identifiers.text(key.key()),
                "query", SqlQuery.of(key.query()).rendered(name -> "''")));
    return Refusals.ofQuery(
        new StatementBatch(List.of(statement), Map.of()), "context key `" + key.key() + "`");
  }

  private static StatementBatch keep(StageContext context, List<ContextKey> due) {
    refuseSeveral(context);
    List<String> statements = new ArrayList<>();
    Map<String, String> table = Map.of("table", "context_values");
    statements.add(context.render("attributes/delete_rows.sql", table));
    statements.add(context.render("attributes/reopen_rows.sql", table));
    Map<String, Object> names = new HashMap<>();
    String kept =
        keys(context).keys().stream()
            .filter(key -> !due.contains(key))
            .map(key -> Identifiers.text(key.key()))
            .collect(Collectors.joining(", "));
    names.put("kept", kept.isEmpty() ? null : kept);
    names.put(
        "due_keys",
        due.stream()
            .map(
                key ->
                    Map.of(
                        "key", Identifiers.text(key.key()),
                        "definition", Identifiers.text(Fingerprint.of(key.query()))))
            .toList());
    statements.add(context.render("attributes/supersede_context.sql", names));
    Map<String, String> values = new HashMap<>(Map.of("run", context.run()));
    if (!due.isEmpty()) {
      statements.add(context.render("attributes/insert_context.sql", names));
      values.put("planned_at", StageContext.timestamp(context.plan().plannedAt()));
    }
    return new StatementBatch(statements, values);
  }

  private static void refuseSeveral(StageContext context) {
    Rows rows = context.query("attributes/context_rows.sql", Map.of());
    for (int row = 0; row < rows.size(); row++) {
      if (rows.number(row, 1) > 1) {
        throw new DataException(
            ErrorCode.PROJECT_INVALID,
            "The query of the context key `%s` gives %,d rows; let it give one, such as with max()."
                .formatted(rows.text(row, 0).orElseThrow(), rows.number(row, 1)));
      }
    }
  }

  @Override
  public StageResult finish(StageContext context) {
    int keys = keys(context).keys().size();
    int due = due(context).size();
    String note = "%,d values of the context: %,d were calculated.".formatted(keys, due);
    return new StageResult(keys, due, 0, note, List.of(), List.of());
  }
}
