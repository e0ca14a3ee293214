package io.tributary.run;

import io.tributary.config.Model;
import io.tributary.error.ErrorCode;
import io.tributary.error.LeaseLostException;
import io.tributary.error.UserException;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import io.tributary.run.RunPlan.Paying;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What an operator does with runs that are over: makes one live that was only calculated, or goes
 * back to one that was live. Either is one UPDATE, under the project's lease.
 */
public final class LiveRuns {
  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final ObjectStore objects;
  private final Bootstrap bootstrap;
  private final Lease lease;
  private final ChangingViews views;

  /**
   * @param views those whose columns change with the run
   */
  public LiveRuns(
      Warehouse warehouse,
      SqlTemplates sql,
      ObjectStore objects,
      Bootstrap bootstrap,
      Lease lease,
      ChangingViews views) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.objects = objects;
    this.bootstrap = bootstrap;
    this.lease = lease;
    this.views = views;
  }

  /**
   * What users see now.
   *
   * @param before the run that was live; 0 where none was
   * @param now the run that is
   * @param warnings sentences for the operator
   */
  public record Switched(long before, long now, List<String> warnings) {
    public Switched {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Makes a calculated run live.
   *
   * @param schema the project's
   * @param run empty for the newest that is not live
   * @throws UserException if there is no such run, or it cannot be live
   * @throws LeaseLostException if a run holds the project
   */
  public Switched publish(String schema, Optional<Long> run) {
    return switchTo(schema, runs -> runs.toPublish(run));
  }

  /**
   * Goes back to a published run that is kept.
   *
   * @param schema the project's
   * @param run empty for the newest before the live one
   * @throws UserException if there is no such run, or it cannot be live
   * @throws LeaseLostException if a run holds the project
   */
  public Switched rollback(String schema, Optional<Long> run) {
    return switchTo(schema, runs -> runs.toGoBackTo(run));
  }

  private Switched switchTo(String schema, ToLongFunction<KnownRuns> choice) {
    return lease.whileHolding(
        () -> {
          bootstrap.ensure(schema);
          WarehouseNames names = WarehouseNames.of(schema, 0);
          long before = live(names);
          long run = choice.applyAsLong(runs(names, before));
          update(names, run);
          return new Switched(before, run, warnings(run));
        });
  }

  private void update(WarehouseNames names, long run) {
    List<String> statements = new ArrayList<>();
    Optional<StageContext> context =
        plan(run).map(plan -> new StageContext(plan, warehouse, sql, objects));
    context.ifPresent(of -> statements.addAll(views.statements().apply(of)));
    statements.add(sql.render("run/switch_to_run.sql", names.placeholders()));
    statements.add(sql.render("run/note_published.sql", names.placeholders()));
    warehouse.run("switch live", new StatementBatch(statements, Map.of("run", Long.toString(run))));
    if (live(names) != run) {
      throw new LeaseLostException(
          ErrorCode.LEASE_LOST,
          "Another run began meanwhile and took run %d back; nothing was changed.".formatted(run));
    }
  }

  private long live(WarehouseNames names) {
    String query = sql.render("run/live_run.sql", names.placeholders());
    return warehouse.query("live run", query, Map.of()).number(0, 0);
  }

  private KnownRuns runs(WarehouseNames names, long live) {
    String query = sql.render("run/runs.sql", names.placeholders());
    return KnownRuns.of(live, warehouse.query("runs", query, Map.of()));
  }

  private Optional<RunPlan> plan(long run) {
    return objects
        .get(new RunFolder(run).plan())
        .map(StoredObject::body)
        .map(plan -> Json.read(plan, RunPlan.class));
  }

  private List<String> warnings(long run) {
    boolean unpaid =
        plan(run)
            .filter(plan -> plan.paying() == Paying.NOTHING)
            .flatMap(plan -> plan.project().attribution())
            .filter(attribution -> attribution.models().contains(Model.IHC))
            .isPresent();
    return unpaid
        ? List.of(
            "Run %d was a dry run: conversions without a stored answer are credited by the fallback model."
                .formatted(run))
        : List.of();
  }
}
