package io.tributary.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** When a run's states were entered and left, as its execution's history says. */
final class StageTimes {
  private StageTimes() {}

  /** Seconds by stage. */
  static Map<String, Double> of(SfnClient sfn, String execution) {
    Map<String, Instant> entered = new HashMap<>();
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (HistoryEvent event :
        sfn.getExecutionHistoryPaginator(r -> r.executionArn(execution)).events()) {
      if (event.stateEnteredEventDetails() != null) {
        entered.put(event.stateEnteredEventDetails().name(), event.timestamp());
      } else if (event.stateExitedEventDetails() != null) {
        String state = event.stateExitedEventDetails().name();
        Duration took = Duration.between(entered.get(state), event.timestamp());
        seconds.put(state.toLowerCase(Locale.ROOT), took.toNanos() / 1e9);
      }
    }
    return seconds;
  }
}
