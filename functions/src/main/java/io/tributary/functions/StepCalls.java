package io.tributary.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.PipelineException;
import io.tributary.json.Json;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The calls of one step, each with its labels in the logs and its figures in the metrics. */
final class StepCalls<I, O> {
  private static final Logger LOG = LoggerFactory.getLogger(StepCalls.class);

  private final Step<I, O> step;
  private final MetricLines metrics;
  private final Clock clock;

  StepCalls(Step<I, O> step, MetricLines metrics, Clock clock) {
    this.step = step;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Calls the step.
   *
   * @param left the time after which the platform ends the call
   * @throws PipelineException of the kind that a state machine's Retry and Catch match
   */
  byte[] answer(byte[] input, String requestId, Duration left) {
    JsonNode json = parsed(input);
    Map<String, String> labels = CallLabels.of(step.name(), requestId, json);
    Instant started = clock.instant();
    var invocation = new Invocation(requestId, started.plus(left));
    MDC.setContextMap(labels);
    try {
      byte[] answer = Json.bytes(step.run(typed(json), invocation));
      Duration took = Duration.between(started, clock.instant());
      metrics.succeeded(labels, invocation.figures().counts(), took);
      LOG.info("Answered after {} ms", took.toMillis());
      return answer;
    } catch (RuntimeException | Error thrown) {
      ErrorCode code = code(thrown);
      Duration took = Duration.between(started, clock.instant());
      metrics.failed(labels, invocation.figures().counts(), took, code);
      LOG.warn(
          "Failed after {} ms with {}, {}", took.toMillis(), thrown.getClass().getName(), code);
      throw OutwardFailure.of(step.name(), thrown);
    } finally {
      MDC.clear();
    }
  }

  private static ErrorCode code(Throwable thrown) {
    return thrown instanceof PipelineException known ? known.code() : ErrorCode.INTERNAL;
  }

  private JsonNode parsed(byte[] input) {
    try {
      return Json.MAPPER.readTree(input);
    } catch (IOException notRepeated) {
      throw unreadable();
    }
  }

  private I typed(JsonNode json) {
    try {
      return Json.MAPPER.treeToValue(json, step.inputType());
    } catch (JsonProcessingException notRepeated) {
      throw unreadable();
    }
  }

  /** Without what Jackson says, for that quotes the input. */
  private PermanentException unreadable() {
    return new PermanentException(
        ErrorCode.INTERNAL,
        "The function '"
            + step.name()
            + "' was called with an input that it cannot read: compare it with events/"
            + step.name()
            + ".json.");
  }
}
