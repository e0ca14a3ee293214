package io.tributary.local.cli.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.json.Json;
import io.tributary.local.cli.screen.RequestTally.Sending;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cli.screen.StageResult;
import io.tributary.local.cloud.LocalCloud;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Follows a run's stages by the history of its execution, and shows them. */
final class RunWatch {
  private static final String REQUESTS = "attribute";

  private final SfnClient sfn;
  private final RunScreen screen;
  private final RequestWatch requests;
  private final String execution;
  private final Map<String, Instant> started = new HashMap<>();
  private long seen;

  RunWatch(LocalCloud cloud, RunScreen screen, String execution) {
    this.sfn = cloud.clients().sfn();
    this.screen = screen;
    this.requests =
        new RequestWatch(
            new RequestCount(cloud.pipeline().objects(), cloud.states()::exits),
            screen,
            cloud.settings(),
            InstantSource.system());
    this.execution = execution;
  }

  /** Shows what happened since the last look. */
  void look(long run) {
    for (HistoryEvent event : history()) {
      if (event.id() > seen) {
        if (isOfStage(event)) {
          show(event, run);
        }
        seen = event.id();
      }
    }
    if (started.containsKey(REQUESTS)) {
      requests.look(run);
    }
  }

  private List<HistoryEvent> history() {
    try {
      return sfn.getExecutionHistoryPaginator(r -> r.executionArn(execution)).events().stream()
          .toList();
    } catch (ExecutionDoesNotExistException notYet) {
      return List.of();
    }
  }

  private void show(HistoryEvent event, long run) {
    if (event.stateEnteredEventDetails() != null) {
      String stage = stage(event.stateEnteredEventDetails().name());
      started.put(stage, event.timestamp());
      screen.stageStarted(stage);
    } else if (event.stateExitedEventDetails() != null) {
      String stage = stage(event.stateExitedEventDetails().name());
      Duration took = Duration.between(started.remove(stage), event.timestamp());
      finished(stage, event.stateExitedEventDetails().output(), took, run);
    }
  }

  private void finished(String stage, String output, Duration took, long run) {
    if (stage.equals(REQUESTS)) {
      requests.finished(stage, run, took, isFailure(output) ? Sending.STOPPED : Sending.ENDED);
      return;
    }
    var result = read(output);
    result.warnings().forEach(screen::warning);
    if (result.isLeftOut()) {
      screen.stageLeftOut(stage);
      return;
    }
    screen.stageFinished(
        new StageResult(stage, result.rowsIn(), result.rowsOut(), result.rowsRejected(), took));
  }

  private static io.tributary.run.StageResult read(String output) {
    try {
      return Json.MAPPER.readValue(output, io.tributary.run.StageResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stage's output is not its result: " + output, e);
    }
  }

  /** A state that caught a failure hands the failure on. */
  private static boolean isFailure(String output) {
    try {
      return Json.MAPPER.readTree(output).has("Error");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stage's output is no JSON: " + output, e);
    }
  }

  /** A stage's state has a name of one word; the others choose, or say why a run fails. */
  private static boolean isOfStage(HistoryEvent event) {
    var entered = event.stateEnteredEventDetails();
    var exited = event.stateExitedEventDetails();
    return !(entered != null && entered.name().contains(" "))
        && !(exited != null && exited.name().contains(" "));
  }

  private static String stage(String state) {
    return state.toLowerCase(Locale.ROOT);
  }
}
