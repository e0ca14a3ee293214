package io.tributary.bench;

import io.tributary.config.Ihc;
import io.tributary.config.Project;
import io.tributary.json.Json;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.run.PlanStep;
import io.tributary.run.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A project's local cloud as {@code ./tributary run} starts it, with a service of some latency. */
final class BenchCloud implements AutoCloseable {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(9);

  private final LocalCloud cloud;

  private BenchCloud(LocalCloud cloud) {
    this.cloud = cloud;
  }

  static BenchCloud start(ProjectFiles files, Duration latency) throws IOException {
    Project project = BenchProject.read(files.folder());
    Optional<Ihc> ihc = BenchProject.ihc(project);
    ServiceSettings service = ServiceSettings.defaults().withLatency(latency);
    LocalCloud cloud = LocalCloud.start(files, ihc, CloudSettings.usual().withService(service));
    cloud.pipeline().objects().put(PlanStep.PROJECT_FILE, Files.readAllBytes(files.projectFile()));
    return new BenchCloud(cloud);
  }

  LocalCloud cloud() {
    return cloud;
  }

  /** One execution, from its start to its end; it must succeed. */
  BenchRun run() {
    String name = UUID.randomUUID().toString();
    String input = new String(Json.bytes(RunRequest.everything()), StandardCharsets.UTF_8);
    var sfn = cloud.clients().sfn();
    Stopwatch watch = Stopwatch.started();
    String execution =
        sfn.startExecution(r -> r.stateMachineArn(cloud.pipelineMachine()).name(name).input(input))
            .executionArn();
    awaitEnd(execution);
    double seconds = watch.seconds();
    var end = sfn.describeExecution(r -> r.executionArn(execution));
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new IllegalStateException("The run failed: " + end.error() + ", " + end.cause());
    }
    String stages = cloud.runMachine().replace(":stateMachine:", ":execution:") + ":" + name;
    return new BenchRun(seconds, StageTimes.of(sfn, stages));
  }

  private void awaitEnd(String execution) {
    try {
      if (!cloud.states().awaitEnd(execution, LONGEST_RUN)) {
        throw new IllegalStateException("The run did not end within " + LONGEST_RUN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    cloud.close();
  }
}
