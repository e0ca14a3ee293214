package io.tributary.run;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.objects.ObjectStore;
import io.tributary.step.Figures;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Set-based stages, by name: all of them, or one that has a function of its own. Each call submits
 * the next transaction and returns its statement, which the state machine awaits; after the last
 * one it counts and closes the ledger's row.
 */
public final class StageStep implements Step<StageStep.Input, StageStep.Progress> {
  private final String name;
  private final Map<String, Stage> stages;
  private final RunPlans plans;
  private final Lease lease;
  private final Ledger ledger;
  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final ObjectStore objects;

  /**
   * @param name the step's name
   * @param stages the stages that it may be called for
   */
  public StageStep(
      String name,
      List<Stage> stages,
      RunPlans plans,
      Lease lease,
      Ledger ledger,
      Warehouse warehouse,
      SqlTemplates sql,
      ObjectStore objects) {
    this.name = name;
    this.stages =
        stages.stream()
            .collect(
                Collectors.toMap(
                    Stage::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    this.plans = plans;
    this.lease = lease;
    this.ledger = ledger;
    this.warehouse = warehouse;
    this.sql = sql;
    this.objects = objects;
  }

  /**
   * @param part the transaction to submit, counted from 0
   * @param attempt how often this transaction failed before
   */
  public record Input(long run, String stage, int part, int attempt) {}

  /**
   * @param done whether the stage is over; then there is a result and no statement
   * @param statement the statement to await
   * @param part the transaction that the statement is, and {@code attempt} which try of it
   * @param refusal what is said before the warehouse's words where it refuses the statement
   */
  public record Progress(
      boolean done,
      Optional<String> statement,
      int part,
      int attempt,
      String refusal,
      Optional<StageResult> result) {
    static Progress awaiting(String statement, int part, int attempt, String refusal) {
      return new Progress(false, Optional.of(statement), part, attempt, refusal, Optional.empty());
    }

    static Progress done(StageResult result) {
      return new Progress(true, Optional.empty(), 0, 0, "", Optional.of(result));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Progress run(Input input, Invocation invocation) {
    Stage stage = stage(input.stage());
    RunPlan plan = plans.of(input.run());
    lease.check(plan.execution());
    if (!plan.includes(stage.name())) {
      return Progress.done(StageResult.leftOut());
    }
    if (input.part() == 0 && input.attempt() == 0) {
      ledger.begin(plan, stage.name());
    }
    var context = new StageContext(plan, warehouse, sql, objects);
    return advance(stage, context, input, invocation.figures());
  }

  private Progress advance(Stage stage, StageContext context, Input input, Figures figures) {
    List<StagePart> parts = stage.parts();
    for (int part = input.part(); part < parts.size(); part++) {
      Optional<StatementBatch> batch = parts.get(part).batch(context);
      if (batch.isPresent()) {
        int attempt = part == input.part() ? input.attempt() : 0;
        String token = "run-%d-%s-%d-%d".formatted(input.run(), stage.name(), part, attempt);
        String statement = warehouse.submit(token, batch.get(), unique(context, token));
        return Progress.awaiting(statement, part, attempt, refusal(batch.get(), stage));
      }
    }
    StageResult result = stage.finish(context);
    ledger.end(context.plan(), stage.name(), result);
    result.count(figures);
    return Progress.done(result);
  }

  private static String refusal(StatementBatch batch, Stage stage) {
    return batch.refusal().orElse("The warehouse refused a statement of the stage " + stage.name());
  }

  private static String unique(StageContext context, String token) {
    String execution = context.plan().execution();
    return token + "-" + Integer.toHexString(execution.hashCode());
  }

  private Stage stage(String wanted) {
    Stage stage = stages.get(wanted);
    if (stage == null) {
      throw new UserException(
          ErrorCode.NOT_AVAILABLE,
          "The function '"
              + name
              + "' does not run the stage '"
              + wanted
              + "', only "
              + String.join(", ", stages.keySet())
              + ": mend the state machine's input.");
    }
    return stage;
  }
}
