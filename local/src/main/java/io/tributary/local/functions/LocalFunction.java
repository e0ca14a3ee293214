package io.tributary.local.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One function: its environments that are free, and a call on one of them. */
final class LocalFunction {
  /** Lambda's limit on a request and on a response, in bytes. */
  static final int LARGEST_PAYLOAD = 6_291_556;

  private final String name;
  private final Duration timeout;
  private final Supplier<? extends Step<?, ?>> environment;
  private final ObjectMapper json;
  private final Deque<Step<?, ?>> free = new ConcurrentLinkedDeque<>();

  LocalFunction(
      String name,
      Duration timeout,
      Supplier<? extends Step<?, ?>> environment,
      ObjectMapper json) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The timeout of function '" + name + "' must be over 0.");
    }
    this.name = name;
    this.timeout = timeout;
    this.environment = environment;
    this.json = json;
  }

  String name() {
    return name;
  }

  Duration timeout() {
    return timeout;
  }

  /**
   * Calls the function in the caller's thread.
   *
   * @param wanted whether somebody still waits; else the environment is thrown away, as Lambda does
   *     after a timeout
   */
  String call(String input, Invocation invocation, BooleanSupplier wanted) throws FunctionFailure {
    requireSmall(input);
    try {
      Step<?, ?> borrowed = free.pollFirst();
      Step<?, ?> step = borrowed == null ? environment.get() : borrowed;
      String output = callAndFree(step, input, invocation, wanted);
      return requireSmallResponse(output);
    } catch (JsonProcessingException | RuntimeException | Error thrown) {
      throw FunctionFailure.thrown(thrown);
    }
  }

  private String callAndFree(
      Step<?, ?> step, String input, Invocation invocation, BooleanSupplier wanted)
      throws JsonProcessingException {
    try {
      return typedCall(step, input, invocation);
    } finally {
      if (wanted.getAsBoolean()) {
        free.addFirst(step);
      }
    }
  }

  private <I, O> String typedCall(Step<I, O> step, String input, Invocation invocation)
      throws JsonProcessingException {
    I read = json.readValue(input, step.inputType());
    return json.writeValueAsString(step.run(read, invocation));
  }

  private static void requireSmall(String input) throws FunctionFailure {
    if (bytes(input) > LARGEST_PAYLOAD) {
      throw FunctionFailure.ofService(
          "Lambda.RequestTooLargeException",
          "Request must be smaller than " + LARGEST_PAYLOAD + " bytes for the Invoke operation");
    }
  }

  private static String requireSmallResponse(String output) throws FunctionFailure {
    if (bytes(output) > LARGEST_PAYLOAD) {
      throw FunctionFailure.ofService(
          "Function.ResponseSizeTooLarge",
          "Response payload size exceeded maximum allowed payload size ("
              + LARGEST_PAYLOAD
              + " bytes).");
    }
    return output;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
