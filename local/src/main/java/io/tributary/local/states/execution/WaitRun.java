package io.tributary.local.states.execution;

import io.tributary.local.states.definition.State;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** A Wait state: nothing, until its time has come. */
final class WaitRun {
  private final Visit visit;
  private final Attempt attempt;
  private final State.Wait state;

  WaitRun(Visit visit, Attempt attempt, State.Wait state) {
    this.visit = visit;
    this.attempt = attempt;
    this.state = state;
  }

  void start() {
    Engine engine = visit.engine();
    Duration written =
        switch (state.until()) {
          case SECONDS -> seconds();
          case TIMESTAMP -> untilTimestamp();
        };
    var timer =
        engine
            .timeline()
            .after(
                engine.pace().ofWait(written),
                () ->
                    attempt.runLater(
                        () -> attempt.leave(state.exit(), visit.input().value(), Map.of())));
    attempt.onClose(timer::cancel);
  }

  private Duration seconds() {
    return Duration.ofSeconds(
        new NumberField(visit).whole(Optional.of(state.value()), "Seconds", 0).getAsLong());
  }

  private Duration untilTimestamp() {
    Object value = visit.evaluate(state.value(), "Timestamp");
    try {
      OffsetDateTime moment = OffsetDateTime.parse(String.valueOf(value));
      Duration left =
          Duration.between(visit.engine().timeline().clock().instant(), moment.toInstant());
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeParseException e) {
      throw visit.evaluationFailed("Timestamp", "The expression gave no ISO 8601 time: " + value);
    }
  }
}
