package io.tributary.local.functions;

import io.tributary.step.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One function: its environments that are free, and a call on one of them. */
final class LocalFunction {
  /** Lambda's limit on a request and on a response, in bytes. */
  static final int LARGEST_PAYLOAD = 6_291_556;

  private final String name;
  private final Duration timeout;
  private final Supplier<? extends FunctionEnvironment> environments;
  private final Deque<FunctionEnvironment> free = new ConcurrentLinkedDeque<>();
  private final LongAdder calls = new LongAdder();
  private final LongAdder nanoseconds = new LongAdder();

  LocalFunction(
      String name, Duration timeout, Supplier<? extends FunctionEnvironment> environments) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The timeout of function '" + name + "' must be over 0.");
    }
    this.name = name;
    this.timeout = timeout;
    this.environments = environments;
  }

  String name() {
    return name;
  }

  Duration timeout() {
    return timeout;
  }

  FunctionUse use() {
    return new FunctionUse(calls.sum(), Duration.ofNanos(nanoseconds.sum()));
  }

  /**
   * Calls the function in the caller's thread.
   *
   * @param wanted whether somebody still waits; else the environment is thrown away, as Lambda does
   *     after a timeout
   */
  String call(String input, Invocation invocation, BooleanSupplier wanted) throws FunctionFailure {
    requireSmall(input);
    long started = System.nanoTime();
    try {
      FunctionEnvironment borrowed = free.pollFirst();
      FunctionEnvironment environment = borrowed == null ? environments.get() : borrowed;
      String output = callAndFree(environment, input, invocation, wanted);
      return requireSmallResponse(output);
    } catch (RuntimeException | Error thrown) {
      throw FunctionFailure.thrown(thrown);
    } finally {
      calls.increment();
      nanoseconds.add(System.nanoTime() - started);
    }
  }

  private String callAndFree(
      FunctionEnvironment environment, String input, Invocation invocation, BooleanSupplier wanted)
      throws FunctionFailure {
    try {
      return environment.call(input, invocation);
    } finally {
      if (wanted.getAsBoolean()) {
        free.addFirst(environment);
      }
    }
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
