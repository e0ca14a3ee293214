package io.tributary.local.cli.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.config.Project;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.json.Json;
import io.tributary.local.cli.FailedRun;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.run.PlanStep;
import io.tributary.run.RunRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** One execution of the pipeline, followed to its end. */
final class RunningPipeline {
  private static final long LOOK_EVERY_MILLISECONDS = 100;

  private final LocalCloud cloud;
  private final SfnClient sfn;
  private final ZoneId zone;
  private final RunScreen screen;
  private final Interruption interruption;
  private Optional<PlanStep.Output> plan = Optional.empty();

  RunningPipeline(LocalCloud cloud, Project project, RunScreen screen, Interruption interruption) {
    this.cloud = cloud;
    this.sfn = cloud.clients().sfn();
    this.zone = project.timezone();
    this.screen = screen;
    this.interruption = interruption;
  }

  /**
   * Starts the pipeline and shows its stages until it ends.
   *
   * @return the run's number
   * @throws FailedRun if the run failed
   */
  long follow(RunRequest request) {
    String name = "run-" + UUID.randomUUID();
    String input = new String(Json.bytes(request), StandardCharsets.UTF_8);
    String execution =
        sfn.startExecution(r -> r.stateMachineArn(cloud.pipelineMachine()).name(name).input(input))
            .executionArn();
    interruption.watch(cloud, execution);
    String stages = cloud.runMachine().replace(":stateMachine:", ":execution:") + ":" + name;
    var watch = new RunWatch(cloud, screen, stages);
    DescribeExecutionResponse state;
    do {
      pause();
      state = sfn.describeExecution(r -> r.executionArn(execution));
      if (plan.isEmpty()) {
        plan = planned(execution);
      }
      plan.ifPresent(planned -> watch.look(planned.run()));
    } while (state.status() == ExecutionStatus.RUNNING);
    interruption.awaitEndOfProcess();
    if (state.status() != ExecutionStatus.SUCCEEDED) {
      throw failure(state);
    }
    return plan.orElseThrow().run();
  }

  /** The run's window as days of the project's zone. */
  String window() {
    PlanStep.Output planned = plan.orElseThrow();
    LocalDate last = planned.to().minusNanos(1).atZone(zone).toLocalDate();
    return planned.from().map(from -> from.atZone(zone).toLocalDate() + " to ").orElse("all until ")
        + last;
  }

  private Optional<PlanStep.Output> planned(String execution) {
    for (HistoryEvent event :
        sfn.getExecutionHistoryPaginator(r -> r.executionArn(execution)).events()) {
      var exited = event.stateExitedEventDetails();
      if (exited != null && exited.name().equals("Plan")) {
        return outputOf(exited.output());
      }
    }
    return Optional.empty();
  }

  /** A state that caught a failure exits, too: with the failure and without a run. */
  private Optional<PlanStep.Output> outputOf(String json) {
    try {
      JsonNode output = Json.MAPPER.readTree(json);
      if (!output.has("run")) {
        return Optional.empty();
      }
      PlanStep.Output planned = Json.MAPPER.treeToValue(output, PlanStep.Output.class);
      planned.leftOut().forEach(screen::note);
      planned.warnings().forEach(screen::warning);
      return Optional.of(planned);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The plan's output cannot be read: " + json, e);
    }
  }

  private static FailedRun failure(DescribeExecutionResponse state) {
    String ending = "The run ended as " + state.statusAsString() + ".";
    return new FailedRun(
        String.valueOf(state.error()), state.cause() == null ? ending : state.cause());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PermanentException(ErrorCode.INTERNAL, "The run was interrupted.", e);
    }
  }
}
