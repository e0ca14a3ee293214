package io.tributary.local.cli.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.json.Json;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cli.screen.StageResult;
import io.tributary.objects.ObjectStore;
import io.tributary.run.RunFolder;
import java.time.Duration;
import java.time.Instant;
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

  /** Counting lists thousands of objects: it takes at most so small a part of the time. */
  private static final long COUNTING_IS_ONE_OF = 20;

  private final SfnClient sfn;
  private final ObjectStore objects;
  private final RunScreen screen;
  private final String execution;
  private final Map<String, Instant> started = new HashMap<>();
  private long seen;
  private long countAgainAt = System.nanoTime();

  RunWatch(SfnClient sfn, ObjectStore objects, RunScreen screen, String execution) {
    this.sfn = sfn;
    this.objects = objects;
    this.screen = screen;
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
      requests(run);
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
      long requests = sent(run);
      if (requests > 0) {
        screen.stageFinished(new StageResult(stage, requests, outcomes(run), 0, took));
      } else {
        screen.stageLeftOut(stage);
      }
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

  private void requests(long run) {
    long began = System.nanoTime();
    if (began - countAgainAt >= 0) {
      screen.requests(outcomes(run), sent(run));
      countAgainAt = System.nanoTime() + COUNTING_IS_ONE_OF * (System.nanoTime() - began);
    }
  }

  private long outcomes(long run) {
    return objects.list(new RunFolder(run).results()).size();
  }

  private long sent(long run) {
    return objects.list(new RunFolder(run).requests()).stream()
        .mapToLong(RunFolder::requestsOf)
        .sum();
  }

  private static io.tributary.run.StageResult read(String output) {
    try {
      return Json.MAPPER.readValue(output, io.tributary.run.StageResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stage's output is not its result: " + output, e);
    }
  }

  /** A stage's state has a name of one word; the others only say why a run fails. */
  private static boolean isOfStage(HistoryEvent event) {
    var entered = event.stateEnteredEventDetails();
    return entered == null || !entered.name().contains(" ");
  }

  private static String stage(String state) {
    return state.toLowerCase(Locale.ROOT);
  }
}
