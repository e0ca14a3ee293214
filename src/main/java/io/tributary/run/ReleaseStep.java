package io.tributary.run;

import io.tributary.step.Figure;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends a run, well or not: closes its ledger, drops its working tables, gives the lease back. */
public final class ReleaseStep implements Step<ReleaseStep.Input, ReleaseStep.Output> {
  private final RunPlans plans;
  private final Lease lease;
  private final Ledger ledger;
  private final Warehouse warehouse;
  private final SqlTemplates sql;

  public ReleaseStep(
      RunPlans plans, Lease lease, Ledger ledger, Warehouse warehouse, SqlTemplates sql) {
    this.plans = plans;
    this.lease = lease;
    this.ledger = ledger;
    this.warehouse = warehouse;
    this.sql = sql;
  }

  /**
   * @param run absent where the run failed before it had a number
   * @param failure why the run failed, as its state machine caught it; absent after a success
   */
  public record Input(String execution, Optional<Long> run, Optional<Failure> failure) {}

  /** An error's name and cause as a state machine catches them. */
  public record Failure(String error, String cause) {}

  /**
   * @param error the name of the failure that ended the run; empty after a success
   * @param message the failure's sentence, out of the layers that state machines put around it
   */
  public record Output(String error, String message) {}

  @Override
  public String name() {
    return "release";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Output run(Input input, Invocation invocation) {
    Optional<FailureMessage> failure =
        input.failure().map(caught -> FailureMessage.of(caught.error(), caught.cause()));
    if (lease.isHeldBy(input.execution())) {
      input.run().map(plans::of).ifPresent(plan -> close(plan, failure));
      lease.release(input.execution());
      invocation.figures().add(Figure.RUNS_SUCCEEDED, failure.isPresent() ? 0 : 1);
    }
    return failure
        .map(found -> new Output(found.error(), found.message()))
        .orElse(new Output("", ""));
  }

  private void close(RunPlan plan, Optional<FailureMessage> failure) {
    if (failure.isPresent()) {
      ledger.fail(plan, failure.get().message());
      ledger.endRun(plan, "failed");
    } else if (!plan.includes(PublishStage.NAME)) {
      ledger.endRun(plan, plan.includes(StageChoice.COMPARE) ? "calculated" : "partial");
    }
    var names = WarehouseNames.of(plan.project().schema(), plan.run());
    String drop = sql.render("run/drop_work.sql", names.placeholders());
    warehouse.run("drop work", new StatementBatch(List.of(drop), Map.of()));
    ledger.release(plan);
  }
}
