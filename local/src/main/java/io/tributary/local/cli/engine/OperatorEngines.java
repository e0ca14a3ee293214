package io.tributary.local.cli.engine;

import io.tributary.Pipeline;
import io.tributary.config.Project;
import io.tributary.local.cli.command.ResetOptions;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.warehouse.LocalWarehouse;
import io.tributary.run.LiveRuns.Switched;
import io.tributary.run.Resets.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What operators' commands do, on a project folder's own local cloud. */
public final class OperatorEngines {
  private final CloudSettings settings;

  public OperatorEngines(CloudSettings settings) {
    this.settings = settings;
  }

  /** Makes a calculated run live. */
  public Switched publish(Path folder, Optional<Long> run) {
    return with(folder, (pipeline, project) -> pipeline.liveRuns().publish(project.schema(), run));
  }

  /** Goes back to a run that was live. */
  public Switched rollback(Path folder, Optional<Long> run) {
    return with(folder, (pipeline, project) -> pipeline.liveRuns().rollback(project.schema(), run));
  }

  /** Has the next run calculate from scratch. */
  public Outcome reset(ResetOptions options, Predicate<Map<String, Long>> agreed) {
    return with(
        options.project(),
        (pipeline, project) ->
            pipeline.resets().reset(project, options.parts(), options.values(), agreed));
  }

  private <T> T with(Path folder, BiFunction<Pipeline, Project, T> work) {
    LocalWarehouse.prepare();
    ProjectFiles files = new ProjectFiles(folder);
    Project project = new CheckedProject(files).readAlone();
    try (LocalCloud cloud = LocalCloud.start(files, Optional.empty(), settings)) {
      return work.apply(cloud.pipeline(), project);
    }
  }
}
