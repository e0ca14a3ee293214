package io.tributary.local.cli.engine;

import io.tributary.config.Attribution;
import io.tributary.config.Ihc;
import io.tributary.config.Project;
import io.tributary.config.RunWindow;
import io.tributary.json.Json;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.cli.command.RunOptions;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cli.screen.RunSummary.Ending;
import io.tributary.local.cli.screen.StageResult;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.cloud.ProjectUpload;
import io.tributary.local.load.LoadReport;
import io.tributary.local.load.LoadReport.TableLoad;
import io.tributary.local.load.RawLoader;
import io.tributary.local.warehouse.LocalWarehouse;
import io.tributary.rehearsal.Comparison;
import io.tributary.run.PublishStage;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan.Paying;
import io.tributary.run.RunRequest;
import io.tributary.run.StageChoice;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/** Runs a project folder's pipeline on a local cloud of its own. */
public final class RunEngine implements BiConsumer<RunOptions, RunScreen> {
  private static final String STARTING = "starting";

  private final CloudSettings settings;
  private final Clock clock;

  public RunEngine(CloudSettings settings) {
    this.settings = settings;
    this.clock = settings.clock();
  }

  @Override
  public void accept(RunOptions options, RunScreen screen) {
    Instant began = clock.instant();
    LocalWarehouse.prepare();
    ProjectFiles files = new ProjectFiles(options.project());
    Project project = new CheckedProject(files).read();
    refuseWrongWindow(options, project);
    Ending ending = ending(options, project);
    screen.stageStarted(STARTING);
    try (Interruption interruption = new Interruption(screen);
        LocalCloud cloud = LocalCloud.start(files, ihc(project), cloudSettings(files, project))) {
      screen.stageLeftOut(STARTING);
      load(cloud, files, project, screen);
      ProjectUpload.copy(files, cloud.pipeline().objects());
      var run = new RunningPipeline(cloud, project, screen, interruption);
      long number = run.follow(request(options));
      compared(cloud, number).ifPresent(screen::compared);
      screen.finished(
          new ChannelSummary(cloud, project, files)
              .of(number, run.window(), Duration.between(began, clock.instant()), ending));
    }
  }

  private static Optional<Comparison> compared(LocalCloud cloud, long run) {
    return cloud
        .pipeline()
        .objects()
        .get(new RunFolder(run).comparison())
        .map(object -> Json.read(object.body(), Comparison.class));
  }

  /** What planning would refuse, too, said before anything is started. */
  private void refuseWrongWindow(RunOptions options, Project project) {
    RunWindow.of(
        project.window(), project.timezone(), options.from(), options.to(), options.asOf(), clock);
  }

  private static Ending ending(RunOptions options, Project project) {
    boolean publish = project.publish() && options.paying() != Paying.NOTHING;
    List<String> stages = StageChoice.of(options.only(), publish, project);
    if (stages.contains(PublishStage.NAME)) {
      return Ending.PUBLISHED;
    }
    List<String> all = StageChoice.of(List.of(), false, project);
    return stages.equals(all) ? Ending.CALCULATED : Ending.ONLY_STAGES;
  }

  private void load(LocalCloud cloud, ProjectFiles files, Project project, RunScreen screen) {
    screen.stageStarted("load");
    Instant began = clock.instant();
    try (Connection connection = cloud.warehouse().connection()) {
      LoadReport report = new RawLoader(connection, project.rawSchema()).load(files.data());
      screen.stageFinished(
          new StageResult(
              "load",
              total(report, TableLoad::rowsOfFiles),
              total(report, TableLoad::rows),
              total(report, TableLoad::rejected),
              Duration.between(began, clock.instant())));
      report.skipped().forEach(problem -> screen.warning(problem.toString()));
    } catch (SQLException e) {
      throw new IllegalStateException("The raw tables could not be loaded: " + e.getMessage(), e);
    }
  }

  private static long total(LoadReport report, ToLongFunction<TableLoad> figure) {
    return report.tables().stream().mapToLong(figure).sum();
  }

  private CloudSettings cloudSettings(ProjectFiles files, Project project) {
    ServiceSettings service =
        ihc(project)
            .map(
                ihc ->
                    settings
                        .service()
                        .withLimits(ihc.maxJourneysPerRequest(), ihc.maxSessionsPerRequest()))
            .orElse(settings.service());
    Optional<String> recording = ihc(project).flatMap(Ihc::recording);
    return settings.withService(
        recording.map(file -> service.withRecording(files.folder().resolve(file))).orElse(service));
  }

  private static Optional<Ihc> ihc(Project project) {
    return project.attribution().map(Attribution::ihc);
  }

  private static RunRequest request(RunOptions options) {
    return new RunRequest(
        options.from(),
        options.to(),
        options.asOf(),
        options.only(),
        options.paying() == Paying.NOTHING,
        options.paying() == Paying.ALL_JOURNEYS);
  }
}
