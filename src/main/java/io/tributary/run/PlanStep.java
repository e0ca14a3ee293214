package io.tributary.run;

import io.tributary.config.BoundSource;
import io.tributary.config.Problem;
import io.tributary.config.Project;
import io.tributary.config.ProjectCheck;
import io.tributary.config.ProjectFile;
import io.tributary.config.RunWindow;
import io.tributary.config.TableCatalog;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.objects.ObjectStore;
import io.tributary.run.RunPlan.Paying;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** Takes the lease, checks the project, and fixes what the run will do. */
public final class PlanStep implements Step<PlanStep.Input, PlanStep.Output> {
  /** The object that holds the project file. */
  public static final String PROJECT_FILE = "tributary.yaml";

  /** The object that holds the operator's corrections of identities, where there are any. */
  public static final String CORRECTIONS_FILE = "identity/corrections.yaml";

  private final ObjectStore objects;
  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final Bootstrap bootstrap;
  private final Lease lease;
  private final RunPlans plans;
  private final Clock clock;
  private final WorkerConcurrency workers;
  private final CorrectionsObject corrections;
  private final FeatureObjects features;

  /**
   * @param workers requests that the deployed event source hands out at once; empty where it takes
   *     the project's own number
   * @param correctionsCheck what is wrong with a file of corrections in a project
   * @param featuresCheck what is wrong with the features of a project with these sources
   */
  public PlanStep(
      ObjectStore objects,
      Warehouse warehouse,
      SqlTemplates sql,
      Bootstrap bootstrap,
      Lease lease,
      RunPlans plans,
      Clock clock,
      OptionalInt workers,
      BiFunction<Project, byte[], List<Problem>> correctionsCheck,
      FeatureProblems featuresCheck) {
    this.objects = objects;
    this.warehouse = warehouse;
    this.sql = sql;
    this.bootstrap = bootstrap;
    this.lease = lease;
    this.plans = plans;
    this.clock = clock;
    this.workers = new WorkerConcurrency(workers);
    this.corrections = new CorrectionsObject(objects, correctionsCheck);
    this.features = new FeatureObjects(objects, featuresCheck);
  }

  public record Input(String execution, RunRequest request) {}

  /**
   * @param run the run's number
   * @param from start of the window; absent for the beginning of the data
   * @param stitches whether events are stitched to profiles
   * @param sessions whether web sessions are cut
   * @param leftOut what the project's sources do not feed, in sentences
   * @param warnings sentences for the user
   */
  public record Output(
      long run,
      Optional<Instant> from,
      Instant to,
      Instant asOf,
      boolean stitches,
      boolean sessions,
      List<String> leftOut,
      List<String> warnings) {}

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Output run(Input input, Invocation invocation) {
    RunRequest request = input.request();
    ProjectFile file = ProjectObject.read(objects);
    Project project = features.read(file.project().orElseThrow());
    workers.check(project);
    Optional<byte[]> corrected = corrections.read(project);
    List<String> stages =
        StageChoice.of(request.only(), project.publish() && !request.dryRun(), project);
    RunWindow window =
        RunWindow.of(
            project.window(),
            project.timezone(),
            request.from(),
            request.to(),
            request.asOf(),
            clock);
    features.count(project, window.asOf());
    lease.acquire(input.execution());
    List<String> warnings = new ArrayList<>();
    List<String> changedViews = bootstrap.ensure(project.schema()).changedViews();
    if (!changedViews.isEmpty()) {
      warnings.add(
          "Made anew, because their columns changed: the views "
              + String.join(", ", changedViews)
              + ".");
    }
    if (window.to().isAfter(clock.instant())) {
      warnings.add("The window ends in the future, at " + window.to() + ".");
    }
    RunPlan plan = plan(input, project, file, window, stages);
    plans.keep(plan);
    corrected.ifPresent(written -> corrections.keep(written, plan.run()));
    begin(plan);
    return new Output(
        plan.run(),
        window.from(),
        window.to(),
        window.asOf(),
        plan.includes("encode"),
        plan.includes("cut"),
        StageChoice.leftOut(project),
        warnings);
  }

  private RunPlan plan(
      Input input, Project project, ProjectFile file, RunWindow window, List<String> stages) {
    if (project.attribution().isEmpty()
        && project.identity().isEmpty()
        && !project.hasWebEvents()
        && !project.calculatesFeatures()) {
      throw new UserException(
          ErrorCode.PROJECT_INVALID,
          "The project has nothing to calculate: add sources of the kinds conversions and"
              + " session_sources, of the kinds tracks and pages, or identity.");
    }
    var catalog = new WarehouseCatalog(warehouse, sql, project.rawSchema());
    List<BoundSource> sources = bind(file, catalog);
    features.check(project, sources, catalog);
    WarehouseNames names = WarehouseNames.of(project.schema(), 0);
    String next = sql.render("run/next_run.sql", names.placeholders());
    long run = warehouse.query("next run", next, Map.of()).number(0, 0);
    return new RunPlan(
        run,
        input.execution(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        window.from(),
        window.to(),
        window.asOf(),
        project,
        sources,
        stages,
        paying(input.request()));
  }

  private static List<BoundSource> bind(ProjectFile file, TableCatalog catalog) {
    var binding = ProjectCheck.bind(file, catalog);
    if (!binding.problems().isEmpty()) {
      throw ProjectObject.invalid(binding.problems());
    }
    return binding.sources();
  }

  private void begin(RunPlan plan) {
    var context = new StageContext(plan, warehouse, sql, objects);
    warehouse.run(
        "begin run",
        new StatementBatch(
            List.of(context.render("run/insert_run.sql")),
            Map.of(
                "run", context.run(),
                "execution", plan.execution(),
                "window_from", context.windowFrom(),
                "window_to", context.windowTo(),
                "as_of", StageContext.timestamp(plan.asOf()))));
  }

  private static Paying paying(RunRequest request) {
    if (request.dryRun()) {
      return Paying.NOTHING;
    }
    return request.noReuse() ? Paying.ALL_JOURNEYS : Paying.NEW_JOURNEYS;
  }
}
