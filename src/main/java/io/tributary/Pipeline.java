package io.tributary;

import io.tributary.attributes.AttributeTables;
import io.tributary.attributes.AttributesStage;
import io.tributary.attributes.ContextStage;
import io.tributary.attributes.WideTable;
import io.tributary.attribution.AttributeStep;
import io.tributary.attribution.AttributionTables;
import io.tributary.attribution.BatchStep;
import io.tributary.attribution.CreditStage;
import io.tributary.attribution.FailRequestStep;
import io.tributary.attribution.FailedRequestsStage;
import io.tributary.attribution.JourneysStage;
import io.tributary.executions.Executions;
import io.tributary.extract.ExtractStage;
import io.tributary.features.FeatureCheck;
import io.tributary.features.FeatureTables;
import io.tributary.features.FeatureViews;
import io.tributary.features.FeaturesStage;
import io.tributary.identity.CorrectionsFile;
import io.tributary.identity.EncodeStage;
import io.tributary.identity.IdentityTables;
import io.tributary.identity.LinkStep;
import io.tributary.identity.ReplayStage;
import io.tributary.identity.StitchStage;
import io.tributary.journeys.JourneyTables;
import io.tributary.messages.MessageQueue;
import io.tributary.metrics.MetricTables;
import io.tributary.metrics.MetricsStage;
import io.tributary.objects.ObjectStore;
import io.tributary.rehearsal.CompareStage;
import io.tributary.report.ReportStage;
import io.tributary.report.ReportTables;
import io.tributary.run.Bootstrap;
import io.tributary.run.BootstrapStep;
import io.tributary.run.ChangingViews;
import io.tributary.run.Lease;
import io.tributary.run.Ledger;
import io.tributary.run.LiveRuns;
import io.tributary.run.Migrations;
import io.tributary.run.PlanStep;
import io.tributary.run.PublishStage;
import io.tributary.run.PublishedTable;
import io.tributary.run.ReleaseStep;
import io.tributary.run.ResetPart;
import io.tributary.run.Resets;
import io.tributary.run.RunPlans;
import io.tributary.run.Stage;
import io.tributary.run.StageStep;
import io.tributary.run.WarehouseSchema;
import io.tributary.secrets.Secrets;
import io.tributary.sessions.CutStage;
import io.tributary.sessions.ParseAgentsStep;
import io.tributary.sessions.SessionTables;
import io.tributary.sessions.SessionsStage;
import io.tributary.step.PunctualStep;
import io.tributary.step.Step;
import io.tributary.step.StepDefinition;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.Warehouse;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The composition root: every step of the pipeline, built from clients and settings. The functions
 * on AWS and the local cloud both take them from here.
 */
public final class Pipeline {
  /** Longest of the functions that submit, plan or pack. */
  private static final Duration STEP_TIMEOUT = Duration.ofMinutes(15);

  private static final Duration WORKER_TIMEOUT = Duration.ofMinutes(5);

  /** All tables of a project. */
  public static final WarehouseSchema SCHEMA =
      new WarehouseSchema(
          Stream.<List<PublishedTable>>of(
                  IdentityTables.PUBLISHED,
                  AttributeTables.PUBLISHED,
                  SessionTables.PUBLISHED,
                  MetricTables.PUBLISHED,
                  FeatureTables.PUBLISHED,
                  JourneyTables.PUBLISHED,
                  AttributionTables.PUBLISHED,
                  ReportTables.PUBLISHED)
              .flatMap(List::stream)
              .toList(),
          Migrations.FILES);

  private static final ChangingViews VIEWS =
      new ChangingViews(
          context ->
              Stream.concat(
                      WideTable.statements(context).stream(),
                      FeatureViews.statements(context).stream())
                  .toList(),
          FeatureViews::comments);

  /** What can be calculated from scratch by itself. */
  private static final List<ResetPart> PARTS =
      List.of(
          new ResetPart(
              "identity",
              IdentityTables.PUBLISHED.stream().map(PublishedTable::name).toList(),
              project -> project.identity().isPresent()),
          new ResetPart(
              "attributes",
              List.of(
                  "profile_attributes",
                  "profile_attributes_wide",
                  "attribute_profiles",
                  "attribute_definitions"),
              project -> !project.attributes().definitions().isEmpty()),
          new ResetPart(
              "context", List.of("context_values"), project -> !project.context().keys().isEmpty()),
          new ResetPart(
              "features", List.of("feature_rows"), project -> project.features().isPresent()));

  private final Settings settings;
  private final ObjectStore objects;
  private final Executions executions;
  private final Secrets secrets;
  private final MessageQueue requests;
  private final Warehouse warehouse;
  private final SqlTemplates sql = new SqlTemplates();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunPlans plans;
  private final Lease lease;
  private final Ledger ledger;

  public Pipeline(Clients clients, Settings settings) {
    this.settings = settings;
    this.objects = new ObjectStore(clients.s3(), settings.bucket());
    this.executions = new Executions(clients.sfn());
    this.secrets = new Secrets(clients.secretsManager());
    this.requests = new MessageQueue(clients.sqs(), settings.requestQueueUrl());
    this.warehouse = new Warehouse(clients.redshiftData(), settings.warehouse());
    this.plans = new RunPlans(objects);
    this.lease = new Lease(objects, executions, settings.clock());
    this.ledger = new Ledger(warehouse, sql);
  }

  public ObjectStore objects() {
    return objects;
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  public Lease lease() {
    return lease;
  }

  /** What an operator does with runs that are over. */
  public LiveRuns liveRuns() {
    return new LiveRuns(warehouse, sql, objects, bootstrap(), lease, VIEWS);
  }

  /** How an operator has parts calculated from scratch. */
  public Resets resets() {
    return new Resets(warehouse, sql, bootstrap(), lease, PARTS);
  }

  /** Every step, in the order of the chain. */
  public List<StepDefinition> steps() {
    return List.of(
        step("bootstrap", STEP_TIMEOUT, () -> new BootstrapStep(objects, bootstrap())),
        step("plan", STEP_TIMEOUT, this::plan),
        stageStep("extract"),
        step("stage", STEP_TIMEOUT, () -> stage("stage", stages())),
        stageStep("credit"),
        stageStep("report"),
        stageStep("publish"),
        step("link", STEP_TIMEOUT, () -> new LinkStep(objects, plans, lease)),
        step("parse-agents", STEP_TIMEOUT, () -> new ParseAgentsStep(objects, plans, lease)),
        step("batch", STEP_TIMEOUT, () -> new BatchStep(objects, plans, lease)),
        step("attribute", WORKER_TIMEOUT, this::attribute),
        step(
            "fail-request",
            WORKER_TIMEOUT,
            () -> new FailRequestStep(objects, executions, settings.clock())),
        step("release", STEP_TIMEOUT, () -> new ReleaseStep(plans, lease, ledger, warehouse, sql)));
  }

  /** The set-based stages, in the order of the chain. */
  public List<Stage> stages() {
    return List.of(
        new ExtractStage(SCHEMA),
        new EncodeStage(),
        new ReplayStage(),
        new StitchStage(),
        new ContextStage(),
        new AttributesStage(),
        new CutStage(),
        new SessionsStage(),
        new MetricsStage(),
        new FeaturesStage(),
        new JourneysStage(settings.services()),
        new FailedRequestsStage(),
        new CreditStage(),
        new ReportStage(),
        new CompareStage(SCHEMA),
        new PublishStage(SCHEMA, VIEWS));
  }

  private PlanStep plan() {
    return new PlanStep(
        objects,
        warehouse,
        sql,
        bootstrap(),
        lease,
        plans,
        settings.clock(),
        settings.workers(),
        CorrectionsFile::problems,
        FeatureCheck::problems);
  }

  private Bootstrap bootstrap() {
    return new Bootstrap(warehouse, sql, SCHEMA);
  }

  private StageStep stage(String name, List<Stage> stages) {
    return new StageStep(name, stages, plans, lease, ledger, warehouse, sql, objects);
  }

  /** A step that runs the stage of its own name and no other. */
  private StepDefinition stageStep(String name) {
    List<Stage> own = stages().stream().filter(stage -> stage.name().equals(name)).toList();
    return step(name, STEP_TIMEOUT, () -> stage(name, own));
  }

  private AttributeStep attribute() {
    return new AttributeStep(
        objects,
        executions,
        secrets,
        requests,
        plans,
        new AttributeStep.Calling(
            http,
            settings.services(),
            settings.patience(),
            settings.pause(),
            settings.clock(),
            // Environments that start from one snapshot still draw different waits from it.
            new SecureRandom()));
  }

  private StepDefinition step(
      String name, Duration timeout, Supplier<? extends Step<?, ?>> environment) {
    return new StepDefinition(
        name, timeout, () -> new PunctualStep<>(environment.get(), settings.clock()));
  }
}
