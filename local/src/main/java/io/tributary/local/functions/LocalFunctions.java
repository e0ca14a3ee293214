package io.tributary.local.functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Functions as Lambda runs them: called by name through JSON text both ways, each environment one
 * call at a time and reused, with Lambda's payload limit, timeout and error shape.
 */
public final class LocalFunctions {
  private static final String ARN_PREFIX = "arn:aws:lambda:local:000000000000:function:";

  private static final String TIMED_OUT = "RequestId: %s Error: Task timed out after %.2f seconds";

  private final Map<String, LocalFunction> functions = new ConcurrentHashMap<>();
  private final Clock clock;
  private final ObjectMapper json;
  private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(daemon("function-deadline"));

  /**
   * @param clock tells each call its deadline
   * @param json reads a step's input record and writes its output record
   */
  public LocalFunctions(Clock clock, ObjectMapper json) {
    this.clock = clock;
    this.json = json;
  }

  /**
   * Makes a step callable as a function.
   *
   * @param timeout after which a call is given up and its environment thrown away, in real time
   * @param environment makes a new instance when no free one is left
   */
  public void register(String name, Duration timeout, Supplier<? extends Step<?, ?>> environment) {
    serve(name, timeout, () -> new StepEnvironment<>(environment.get(), json));
  }

  /**
   * Makes a function callable, wherever it runs.
   *
   * @param timeout after which a call is given up and its environment thrown away, in real time
   * @param environments makes a new one when no free one is left
   */
  public void serve(
      String name, Duration timeout, Supplier<? extends FunctionEnvironment> environments) {
    LocalFunction function = new LocalFunction(name, timeout, environments);
    if (functions.putIfAbsent(name, function) != null) {
      throw new IllegalArgumentException("There is already a function '" + name + "'.");
    }
    threads.put(name, Executors.newCachedThreadPool(daemon("function-" + name)));
  }

  /** The function's ARN, whether it is registered or not. */
  public String arn(String name) {
    return ARN_PREFIX + name;
  }

  /** How much each function was used since the start, by name. */
  public Map<String, FunctionUse> use() {
    return functions.values().stream()
        .collect(Collectors.toMap(LocalFunction::name, LocalFunction::use));
  }

  /** Calls the function and waits for its answer. */
  public String invoke(String nameOrArn, String input) throws FunctionFailure {
    try {
      return start(nameOrArn, input).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof FunctionFailure failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Starts a call; the future ends with JSON text or with a {@link FunctionFailure}. */
  public CompletableFuture<String> start(String nameOrArn, String input) {
    LocalFunction function = functions.get(nameOf(nameOrArn));
    if (function == null) {
      return CompletableFuture.failedFuture(
          FunctionFailure.ofService(
              "Lambda.ResourceNotFoundException", "Function not found: " + nameOrArn));
    }
    String request = UUID.randomUUID().toString();
    Invocation invocation = new Invocation(request, clock.instant().plus(function.timeout()));
    CompletableFuture<String> answer = new CompletableFuture<>();
    Future<?> running =
        threads.get(function.name()).submit(() -> complete(answer, function, input, invocation));
    giveUpAfterTimeout(answer, running, function, request);
    return answer;
  }

  private static void complete(
      CompletableFuture<String> answer,
      LocalFunction function,
      String input,
      Invocation invocation) {
    try {
      answer.complete(function.call(input, invocation, () -> !answer.isDone()));
    } catch (FunctionFailure failure) {
      answer.completeExceptionally(failure);
    }
  }

  private void giveUpAfterTimeout(
      CompletableFuture<String> answer, Future<?> running, LocalFunction function, String request) {
    Runnable giveUp =
        () -> {
          double seconds = function.timeout().toMillis() / 1000.0;
          String message = String.format(Locale.ROOT, TIMED_OUT, request, seconds);
          if (answer.completeExceptionally(
              FunctionFailure.ofService("Sandbox.Timedout", message))) {
            running.cancel(true);
          }
        };
    ScheduledFuture<?> deadline =
        deadlines.schedule(giveUp, function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    answer.whenComplete((result, failure) -> deadline.cancel(false));
  }

  private static String nameOf(String nameOrArn) {
    if (!nameOrArn.startsWith("arn:")) {
      return nameOrArn;
    }
    String[] parts = nameOrArn.split(":");
    return parts.length > 6 ? parts[6] : nameOrArn;
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
