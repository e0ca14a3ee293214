package io.tributary.local.states.execution;

import io.tributary.local.states.Timeline;
import io.tributary.local.states.tokens.TaskTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Ends a Task that takes too long or whose worker is silent too long. */
final class TaskTimers {
  private final Visit visit;
  private final Attempt attempt;
  private final String token;
  private final Consumer<StatesError> onTimeout;

  TaskTimers(Visit visit, Attempt attempt, String token, Consumer<StatesError> onTimeout) {
    this.visit = visit;
    this.attempt = attempt;
    this.token = token;
    this.onTimeout = onTimeout;
  }

  void start(OptionalLong timeoutSeconds, OptionalLong heartbeatSeconds) {
    timeoutSeconds.ifPresent(
        seconds -> after(Duration.ofSeconds(seconds), () -> expire(StatesError.TIMEOUT)));
    heartbeatSeconds.ifPresent(seconds -> watch(Duration.ofSeconds(seconds), now()));
  }

  private void watch(Duration longest, Instant lastHeartbeat) {
    Duration left = Duration.between(now(), lastHeartbeat.plus(longest));
    after(
        left,
        () -> {
          Instant last = token.isEmpty() ? lastHeartbeat : tokens().lastHeartbeat(token);
          if (last.isAfter(lastHeartbeat)) {
            watch(longest, last);
          } else {
            expire(StatesError.HEARTBEAT_TIMEOUT);
          }
        });
  }

  private void expire(String error) {
    // A token that was answered at the same moment has won.
    if (token.isEmpty() || tokens().close(token)) {
      onTimeout.accept(
          new StatesError(error, "The task " + visit.named() + " took longer than it may."));
    }
  }

  private void after(Duration delay, Runnable action) {
    Timeline.Timer timer = visit.engine().timeline().after(delay, () -> attempt.runLater(action));
    attempt.onClose(timer::cancel);
  }

  private TaskTokens tokens() {
    return visit.engine().tokens();
  }

  private Instant now() {
    return visit.engine().timeline().clock().instant();
  }
}
